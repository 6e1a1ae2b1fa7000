#!/usr/bin/env bash
# Makes the portable archive: unpack it anywhere and start bin/esu-planner.
#
#   packaging/linux/tar.sh [--program FILE] [--out FOLDER] [--version VERSION]
#
# Without --program it builds the program first. The same program and sources give the same bytes.
set -euo pipefail

# shellcheck source-path=SCRIPTDIR source=common.sh disable=SC1091
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

need gzip:gzip objdump:binutils python3:python3 tar:tar
zsh_folder=site-functions
read_options "$@"

name=esu-planner-$version-linux-$(uname -m)
folder=$work/$name
stage "$work/tree"
mv "$work/tree/usr" "$folder"
mv "$folder/share/doc/esu-planner/examples" "$folder/examples"
mv "$folder/share/doc/esu-planner/THIRD-PARTY-LICENSES.txt" "$folder"
rm -r "$folder/share/doc"
for file in CHANGELOG.md LICENSE-APACHE LICENSE-MIT; do
    put "$root/$file" "$folder/$file"
done
sed -e "s/@VERSION@/$version/g" -e "s/@GLIBC@/$(glibc_of "$program")/g" \
    "$linux/tar-readme.txt" >"$folder/README.txt"

level "$folder"
package=$out/$name.tar.gz
compression=-9
[[ -z $quick ]] || compression=-1
tar --create --directory "$work" --sort=name --mtime="@$SOURCE_DATE_EPOCH" \
    --owner=0 --group=0 --numeric-owner --format=gnu "$name" | gzip "$compression" --no-name >"$package.part"
mv "$package.part" "$package"
say "$package"
