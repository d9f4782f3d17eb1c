#!/bin/sh
# Sees to it that programs from outside Python are there: `tools/need.sh browser driver java node npm venv compiler`.
#
# What is missing is installed with apt-get when that is allowed without asking (root, or a sudo
# that needs no password); otherwise this says what is missing and how to get it, and fails.
set -eu

first() { # the first of the given programs that is on PATH
    for program in "$@"; do
        if command -v "$program" >/dev/null 2>&1; then
            echo "$program"
            return 0
        fi
    done
    return 1
}

headers='import sysconfig, os; open(os.path.join(sysconfig.get_path("include"), "Python.h")).close()'

present() {
    case $1 in
        git) git --version ;;
        browser) [ -x "${CHROMIUM:-}" ] || first chromium chromium-browser google-chrome google-chrome-stable ;;
        # The Node.js inside the playwright package, which wants a library that a small system lacks.
        driver) for node in .venv/lib/python3*/site-packages/playwright/driver/node; do "$node" --version; done ;;
        java) java -version >/dev/null 2>&1 ;;
        node) node -e 'process.exit(parseInt(process.versions.node) < 18 ? 1 : 0)' ;;
        npm) npm --version ;;
        venv) python3 -c 'import ensurepip, venv' ;;
        compiler) cc --version && "${PYTHON:-python3}" -c "$headers" ;;
        *) echo "tools/need.sh: what is “$1”?" >&2; exit 2 ;;
    esac >/dev/null 2>&1
}

describe() {
    case $1 in
        git) echo "git, which site-gen publish pushes with" ;;
        browser) echo "Chromium (or Chrome) for the browser tests" ;;
        driver) echo "libatomic, which Playwright starts with" ;;
        java) echo "Java 11 or later for the Nu HTML checker" ;;
        node) echo "Node.js 18 or later for Lighthouse" ;;
        npm) echo "npm, which installs the checkers of tests/oracles/package.json" ;;
        venv) echo "Python's venv and ensurepip modules" ;;
        compiler) echo "a C compiler with the headers of Python" ;;
    esac
}

packages() { # names on Debian and Ubuntu
    case $1 in
        git) echo "git" ;;
        browser) echo "chromium fonts-dejavu-core" ;;
        driver) echo "libatomic1" ;;
        java) echo "default-jre-headless" ;;
        node) echo "nodejs" ;;
        npm) echo "npm" ;;
        venv) echo "python3-venv" ;;
        compiler) echo "gcc libc6-dev python3-dev" ;;
    esac
}

missing=
for thing in "$@"; do
    present "$thing" || missing="$missing $thing"
done
[ -n "$missing" ] || exit 0

wanted=
for thing in $missing; do
    echo "Missing: $(describe "$thing")." >&2
    wanted="$wanted $(packages "$thing")"
done

as_root=
if [ "$(id -u)" -ne 0 ]; then
    as_root="sudo -n"
fi
if command -v apt-get >/dev/null 2>&1 && { [ -z "$as_root" ] || $as_root true 2>/dev/null; }; then
    echo "Installing with apt-get:$wanted" >&2
    export DEBIAN_FRONTEND=noninteractive
    # Word splitting is meant: a list of package names, and `sudo -n` or nothing.
    # shellcheck disable=SC2086
    log=$({ $as_root apt-get update -qq && $as_root apt-get install -y -qq --no-install-recommends $wanted; } </dev/null 2>&1) ||
        { echo "$log" >&2; exit 1; }
    for thing in $missing; do
        present "$thing" || { echo "Still missing after the installation: $(describe "$thing")." >&2; exit 1; }
    done
    exit 0
fi

echo "On Debian or Ubuntu: sudo apt-get install$wanted" >&2
echo "Elsewhere: install the same by your system's own means and put it on PATH." >&2
exit 1
