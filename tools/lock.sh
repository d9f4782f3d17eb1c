#!/bin/sh
# Writes the lock files anew: requirements.lock, requirements-import.lock, requirements-dev.lock and
# tests/oracles/package-lock.json.
#
# The locks name packages, versions and hashes; never an address to fetch from, so that a mirror
# serves as well as the public registry. A lock is resolved from nothing each time, so that this is
# also the way to newer versions.
set -eu
cd "$(dirname "$0")/.."

# The resolver lives in an environment of its own: nobody who only builds or tests needs it.
uv=.venv/lock/bin/uv
if ! [ -x "$uv" ]; then
    .venv/bin/python -m venv .venv/lock
    .venv/lock/bin/python -m pip install --quiet --disable-pip-version-check "uv>=0.5"
fi

compile() { # output, options of uv …
    output=$1
    shift
    rm -f "$output"
    "$uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" \
        --output-file "$output" "$@"
}

# setuptools: the package itself is installed without build isolation, hence from the lock too.
echo "setuptools>=77" >.venv/lock/build.in
compile requirements-dev.lock pyproject.toml .venv/lock/build.in --all-extras --no-annotate
# The smaller ones agree with it, version by version.
compile requirements-import.lock pyproject.toml .venv/lock/build.in --extra import --no-annotate \
    --constraints requirements-dev.lock
compile requirements.lock pyproject.toml .venv/lock/build.in --no-annotate \
    --constraints requirements-dev.lock

sh tools/need.sh node npm
# Away from node_modules, which npm would lock as it finds it, hashes missing.
rm -rf .venv/lock/npm
mkdir .venv/lock/npm
cp tests/oracles/package.json .venv/lock/npm/
npm install --prefix .venv/lock/npm --package-lock-only --ignore-scripts \
    --omit-lockfile-registry-resolved --no-audit --no-fund --loglevel=error
cp .venv/lock/npm/package-lock.json tests/oracles/
