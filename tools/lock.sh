#!/bin/sh
# Writes the lock files anew: requirements.lock, requirements-dev.lock, tests/oracles/package-lock.json.
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
compile requirements.lock pyproject.toml .venv/lock/build.in --no-annotate
compile requirements-dev.lock pyproject.toml .venv/lock/build.in --all-extras --no-annotate

if [ -f tests/oracles/package.json ]; then
    sh tools/need.sh node npm
    rm -f tests/oracles/package-lock.json
    npm install --prefix tests/oracles --package-lock-only --ignore-scripts \
        --omit-lockfile-registry-resolved --no-audit --no-fund
fi
