#!/bin/sh
# Brings tests/oracles/node_modules to the state of its lock; does nothing when it is there already.
set -eu
cd "$(dirname "$0")/../tests/oracles"

cmp -s package-lock.json node_modules/.stamp && exit 0
echo "Installing the packages of tests/oracles/package-lock.json"
# --ignore-scripts: nothing that a package brings runs while it is being installed.
npm ci --loglevel=error --ignore-scripts --no-audit --no-fund </dev/null
cp package-lock.json node_modules/.stamp
