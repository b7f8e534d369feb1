#!/bin/sh
# embed.sh NAME FILE: prints a C file that holds the text of FILE as `const char NAME[]`, ending in
# a NUL, and its length without the NUL as `const size_t NAME_len`. Needs nothing but sed.
set -eu
name=$1
file=$2
echo "/* Generated from $file by scripts/embed.sh. */"
echo '#include <stddef.h>'
echo "extern const char ${name}[];"
echo "extern const size_t ${name}_len;"
echo "const char ${name}[] ="
LC_ALL=C sed -e 's/\\/\\\\/g' -e 's/"/\\"/g' -e 's/	/\\t/g' -e 's/.*/    "&\\n"/' "$file"
echo '    "";'
echo "const size_t ${name}_len = sizeof $name - 1;"
