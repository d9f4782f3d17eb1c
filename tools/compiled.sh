#!/bin/sh
# Makes .venv-compiled: the same program, installed with its hottest modules compiled (see setup.py).
#
# PYTHON says for which Python, python3 if not; it needs that one's C headers and a C compiler. The tree itself
# never holds a compiled module: an edit would not reach it.
set -eu
cd "$(dirname "$0")/.."

export VENV=${VENV:-.venv-compiled}
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
