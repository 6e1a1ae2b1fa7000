#!/usr/bin/env bash
# Makes the two installers: esu-planner-VERSION-windows-x64.msi for all who use the computer, which
# needs an administrator, and esu-planner-VERSION-windows-x64-user.msi for one person, which needs none.
#
#   packaging/windows/msi.sh [--programs FOLDER] [--out FOLDER] [--version VERSION]
#
# Without --programs it builds them first. They are two, since one that asks where to go needs pages of
# its own, and is then silent in one way only. Both are silent with `msiexec /i FILE /qn`, and never restart
# the computer. `ADDLOCAL=Program` leaves the entry in PATH out, `INSTALLDIR=…` chooses another folder, which
# an update keeps.
#
# The same programs and sources give the same bytes: see msi.py.
set -euo pipefail

# shellcheck source-path=SCRIPTDIR source=common.sh disable=SC1091
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

read_options "$@"
install_missing msitools wixl
[[ $version =~ ^[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,5}$ ]] ||
    fail "an installer's version is three numbers, and $version is not"
stage "$work/files"
make_icons "$work"
touch --date="@$SOURCE_DATE_EPOCH" "$work"/*.ico
for scope in perMachine perUser; do
    name=esu-planner-$version-windows-x64
    [[ $scope == perMachine ]] || name+=-user
    python3 "$windows/msi.py" --scope "$scope" --version "$version" --work "$work" --out "$out/$name.msi"
    say "$out/$name.msi"
done
