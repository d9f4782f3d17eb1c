#!/bin/sh
# Brings .venv to the state of a lock file: `tools/venv.sh runtime`, `import` or `dev`.
#
# pip runs only when the lock, the package's metadata or the folder's own path has changed since the last
# complete run: .venv/<kind>.stamp keeps what it ran with, made.stamp that the folder itself is complete. `dev` holds
# everything in `import`, and that everything in `runtime`.
set -eu
cd "$(dirname "$0")/.."

kind=$1
venv=${VENV:-.venv}
case $kind in
    runtime) enough="runtime import dev" ;;
    import) enough="import dev" ;;
    dev) enough=dev ;;
    *) echo "usage: tools/venv.sh runtime|import|dev" >&2; exit 2 ;;
esac

lock_of() {
    case $1 in
        runtime) echo requirements.lock ;;
        *) echo "requirements-$1.lock" ;;
    esac
}

wanted() {
    pwd
    cat "$(lock_of "$1")"
    sed '/^\[tool\.ruff/,$d' pyproject.toml # settings of the checkers change nothing here
}

for candidate in $enough; do
    if [ -f "$venv/$candidate.stamp" ] && wanted "$candidate" | cmp -s - "$venv/$candidate.stamp" &&
        "$venv/bin/python" -c '' 2>/dev/null; then
        exit 0
    fi
done

# Without any stamp it was broken off while it was made, and pip may be missing, or a part of it.
if ! ls "$venv"/*.stamp >/dev/null 2>&1 || ! "$venv/bin/python" -c '' 2>/dev/null; then
    python=
    for candidate in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            python=$candidate
            break
        fi
    done
    if [ -z "$python" ]; then
        echo "Python 3.11 or later is missing. On Debian or Ubuntu: apt-get install python3 python3-venv" >&2
        exit 1
    fi
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        sh tools/need.sh venv
    fi
    echo "Making $venv with $("$python" --version)"
    rm -rf "$venv"
    "$python" -m venv "$venv"
    : >"$venv/made.stamp"
fi

lock=$(lock_of "$kind")
echo "Installing the packages of $lock into $venv"
rm -f "$venv/$kind.stamp"
pip() { "$venv/bin/python" -m pip --disable-pip-version-check --no-input "$@"; }
pip install -qq --require-hashes -r "$lock" || {
    echo "The packages were not installed; pip says above why. This needs the network; then give the same command again." >&2
    exit 1
}
# `compat`: a plain path file, which costs nothing at start-up, rather than an import hook.
pip install -qq --no-deps --no-build-isolation --no-index \
    --config-settings editable_mode=compat -e .
wanted "$kind" >"$venv/$kind.stamp"
