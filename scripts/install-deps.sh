#!/usr/bin/env bash
# install-deps.sh [--check] build|test: makes sure that what litmus needs is installed.
#
# What is there is found out by trying it (does the compiler run, is the header found), not by
# asking the package manager, so a machine that has the libraries by other means is fine. What is
# missing is installed by its Debian package name, after saying so; on a system without apt-get the
# list is printed and the script fails. With --check nothing is ever installed.
set -u

check_only=
if [ "${1:-}" = --check ]; then
  check_only=1
  shift
fi
level=${1:-build}
cc=${CC:-gcc}

# ---- what is needed: a probe and the Debian package for each

has_command() { command -v "$1" >/dev/null 2>&1; }
has_header() {
  has_command "${cc%% *}" &&
    printf '#define PCRE2_CODE_UNIT_WIDTH 8\n%s\n' "$1" | $cc -E -x c - >/dev/null 2>&1
}

missing=()
need() { # PACKAGE WHAT PROBE...
  local package=$1 what=$2
  shift 2
  "$@" && return
  missing+=("$package")
  reasons+=("$package ($what)")
}
reasons=()

case ${cc%% *} in
cc | gcc) need gcc "the C compiler" has_command "${cc%% *}" ;;
gcc-[0-9]* | clang | clang-[0-9]*) need "${cc%% *}" "the C compiler" has_command "${cc%% *}" ;;
*)
  has_command "${cc%% *}" || {
    echo "The compiler CC=${cc%% *} is not installed, and which package has it is not known." >&2
    exit 1
  }
  ;;
esac
need binutils "ar" has_command ar
need libc6-dev "the C library's headers" has_header '#include <stdio.h>'
need libz3-dev "the solver Z3" has_header '#include <z3.h>'
need libpcre2-dev "regular expressions" has_header '#include <pcre2.h>'
if [ "$level" = test ]; then
  need libcmocka-dev "unit tests" has_header '#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>'
  need diffutils "comparing files in tests" has_command diff
fi

[ ${#missing[@]} = 0 ] && exit 0

# ---- say it, then do it

echo "litmus needs what is not installed here:" >&2
printf '  %s\n' "${reasons[@]}" >&2

if [ -n "$check_only" ]; then
  echo "Install it with 'make deps', or let 'make run' or 'make test' do so." >&2
  exit 1
fi

if ! has_command apt-get || ! has_command dpkg; then
  cat >&2 <<EOF
This is not a Debian system, and only Debian's package names are known here (they are those above).
Please install a C compiler (gcc or clang) with libasan and libubsan, and the development files of
the C library, Z3 (4.8 or newer, C API), PCRE2 (8 bit)$([ "$level" = test ] && echo ' and cmocka'), then try again.
EOF
  exit 1
fi

as_root=()
if [ "$(id -u)" != 0 ]; then
  if ! has_command sudo; then
    echo "Not root, and there is no sudo. As root, run:" >&2
    echo "  apt-get install --no-install-recommends ${missing[*]}" >&2
    exit 1
  fi
  as_root=(sudo)
fi

apt() { # "${as_root[@]}" is empty for root
  ${as_root[@]+"${as_root[@]}"} env DEBIAN_FRONTEND=noninteractive apt-get "$@" </dev/null
}
install=(install --yes --no-install-recommends "${missing[@]}")

# The lists of packages are fetched only when apt does not know all of them, or what it knows is out
# of date so that a download fails.
if ! apt-get --simulate "${install[@]}" </dev/null >/dev/null 2>&1; then
  echo "+ ${as_root[*]+${as_root[*]} }apt-get update" >&2
  apt update >&2 || exit 1
fi
echo "+ ${as_root[*]+${as_root[*]} }apt-get ${install[*]}" >&2
if ! apt "${install[@]}" >&2; then
  echo "+ ${as_root[*]+${as_root[*]} }apt-get update" >&2
  apt update >&2 && apt "${install[@]}" >&2 || exit 1
fi

# Nothing may be missing now; if something is, say so instead of failing later.
exec "$0" --check "$level"
