#!/bin/sh
# Makes .venv when it is missing, or when what it was made from has changed. Otherwise it touches
# nothing and asks no network. Names what the machine lacks, with the line that installs it.
# `environment.sh all` adds what only `make test-all` needs.
set -eu
cd "$(dirname "$0")/.."

wanted="requirements.txt${1:+ requirements-all.txt}"
stamp=.venv/made-from${1:+-all}.txt

# shellcheck disable=SC2086 # the names of the files are words
made_from() { cat pyproject.toml tools/hatch_build.py $wanted | cksum; }

if [ -x .venv/bin/python ] && [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$(made_from)" ]; then
    exit 0
fi

lacks() {
    printf '\nThis machine lacks %s. On Debian or Ubuntu this installs it:\n\n    %s\n\n' "$1" "$2" >&2
    exit 1
}

python=
for name in python3 python3.13 python3.12 python3.11; do
    if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        python=$name
        break
    fi
done
[ -n "$python" ] || lacks "Python 3.11 or newer" "sudo apt-get install python3 python3-venv"
version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
"$python" -c 'import ensurepip, venv' 2>/dev/null ||
    lacks "the venv module of Python $version" "sudo apt-get install python$version-venv"

echo "Filling the virtual environment .venv (Python $version); this needs a package index once."
[ -x .venv/bin/python ] || "$python" -m venv .venv
rm -f "$stamp"
for file in $wanted; do
    .venv/bin/python -m pip install --quiet --disable-pip-version-check -r "$file" || {
        echo "The packages of $file could not be installed: is a package index in reach?" >&2
        exit 1
    }
done
made_from >"$stamp"
