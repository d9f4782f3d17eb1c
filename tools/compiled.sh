#!/bin/sh
# Makes .venv-compiled: the same program, installed with its hottest modules compiled (see setup.py).
#
# It is for the Python that PYTHON names, else for the quickest on PATH and in /usr/bin; it needs that one's C headers
# and a C compiler. The tree itself never holds a compiled module: an edit would not reach it.
set -eu
cd "$(dirname "$0")/.."

export VENV="${VENV:-.venv-compiled}"

quickest() { # of those that could hold the program; none when there is none
    for python in python3 /usr/bin/python3 python3.14 python3.13 python3.12 python3.11; do
        "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null &&
            pace=$("$python" tools/pace.py 2>/dev/null) && echo "$pace $python"
    done | sort -n | sed -n '1s/^[^ ]* //p'
}

if [ -z "${PYTHON:-}" ] && ! "$VENV/bin/python" -c '' 2>/dev/null; then
    PYTHON=$(quickest)
fi
export PYTHON="${PYTHON:-python3}"
sh tools/need.sh compiler
sh tools/venv.sh dev

made_from() {
    cat "$VENV/dev.stamp"
    find setup.py site_gen themes -type f ! -name '*.pyc' -exec cksum {} + | sort -k 3
}

if [ -f "$VENV/compiled.stamp" ] && made_from | cmp -s - "$VENV/compiled.stamp"; then
    exit 0
fi
echo "Compiling into $VENV"
rm -f "$VENV/compiled.stamp"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -R setup.py pyproject.toml README.md LICENSE site_gen themes "$work"
log=$(SITE_GEN_COMPILE=1 "$VENV/bin/python" -m pip --disable-pip-version-check --no-input install -qq --no-deps \
    --no-build-isolation --no-index --force-reinstall "$work" 2>&1) || { echo "$log" >&2; exit 1; }
made_from >"$VENV/compiled.stamp"
