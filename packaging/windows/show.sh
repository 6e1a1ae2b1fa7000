#!/usr/bin/env bash
# Shows with Wine what a person on Windows does with the packages: install for all and for one, start,
# open a profile by its file type, make, save, export and print a plan, call it from a console, update
# over an older version, remove. Each step is printed, and each that goes wrong ends it.
#
#   packaging/windows/show.sh [--programs FOLDER] [--linux PROGRAM] [--out FOLDER]
#
# Wine 10 runs in a Debian 13 of its own, made by debootstrap and removed at the end; what was fetched is
# kept in target/packages/show. No variable names a renderer: the program finds one that works. Every
# plan is compared with that of the program for Linux (default target/debug/esu-planner). It needs root,
# a network, and Debian's packages cups-client, debootstrap, imagemagick, poppler-utils, x11-utils,
# xdotool and xvfb. The pictures of the window are in FOLDER (default target/packages/show/pictures).
set -euo pipefail

# shellcheck source-path=SCRIPTDIR source=common.sh disable=SC1091
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

# All runs in a world of its own: what it mounts and starts is gone when it ends.
if [[ ${SHOW_INSIDE:-} != yes ]]; then
    [[ $(id -u) -eq 0 ]] || fail "debootstrap and chroot need root"
    SHOW_INSIDE=yes exec unshare --mount --mount-proc --pid --fork --kill-child --propagation private "$0" "$@"
fi
for tool in debootstrap import pdftotext xdotool xprop Xvfb; do
    command -v "$tool" >/dev/null || fail "$tool is missing: see the head of this file"
done
find_cargo
programs='' linux=$root/target/debug/esu-planner cache=$root/target/packages/show pictures=
while [[ $# -gt 0 ]]; do
    case $1 in
        --programs) programs=$(realpath "$2") ;;
        --linux) linux=$(realpath "$2") ;;
        --out) pictures=$2 ;;
        *) fail "there is no option $1" ;;
    esac
    shift 2
done
[[ -x $linux ]] || fail "$linux is missing: cargo build, or --linux PROGRAM"
pictures=${pictures:-$cache/pictures}
mkdir -p "$cache/archives" "$pictures"
room=$(mktemp -d "$cache/room.XXXXXX")
chmod 755 "$room"
trap clean EXIT
clean() {
    # shellcheck disable=SC2046
    kill $(jobs -p) 2>/dev/null || true
    umount --lazy "$room"/{proc,dev/pts,dev/shm,tmp/.X11-unix,var/cache/apt/archives} 2>/dev/null || true
    rm -rf --one-file-system "$room"
}
export LC_ALL=C.UTF-8 PYTHONDONTWRITEBYTECODE=1
name=$(cargo_version)
name=esu-planner-$name-windows-x64
old=esu-planner-0.0.9-windows-x64

step() {
    printf '\n--- %s\n' "$*"
}
as_root() {
    chroot "$room" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 \
        DEBIAN_FRONTEND=noninteractive "$@"
}
# Who works there. Nothing but this is in the environment.
as_person() {
    chroot --userspec=ala:ala "$room" /usr/bin/env -i PATH=/usr/bin:/bin HOME=/home/ala USER=ala \
        LANG=C.UTF-8 DISPLAY="$DISPLAY" WINEDEBUG=-all "$@"
}
windows_does() {
    as_person wine "$@" 2>"$room/tmp/wine"
}
drive=$room/home/ala/.wine/drive_c
# Where the person's folder is, as Windows and as Linux call it.
mine='C:\users\ala' mine_here=$drive/users/ala

# All files and registry values of Windows, but for what Wine itself and Windows' installer keep. Of
# PATH Wine leaves the semicolon before an entry that is gone.
inventory() {
    (cd "$drive" && find . -path ./show -prune -o -path ./windows/Installer -prune -o -path ./windows/temp \
        -prune -o -path ./users/ala/AppData/Local/Temp -prune -o -print | grep -v 'Microsoft/Installer$' | sort)
    local hive
    for hive in HKLM HKCU; do
        windows_does reg export "$hive" 'C:\show\registry' /y >/dev/null
        iconv -f utf-16 -t utf-8 "$drive/show/registry" | tr -d '\r'
    done | awk -v RS= '!/\\Control\\(Video|Class|DeviceClasses|Print)\\|\\Enum\\|\\Installer(\\|\])|\\winemenubuilder|\\Session Manager\\Environment\]|CurrentVersion\\(Explorer|Print|Fonts)|HKEY_CURRENT_USER\\Console|Software\\Wine\\/'
}

installs() {
    windows_does msiexec "$@" /qn || fail "msiexec $* ended with $?: $(cat "$room/tmp/wine")"
}

# Waits for the window with a title; takes its picture.
window=
wait_for_window() {
    local title=$1 picture=$2 began=$EPOCHREALTIME name=
    for _ in $(seq 600); do
        window=$(xdotool search --onlyvisible --class '^esu-planner.exe$' 2>/dev/null | tail -n 1) || true
        [[ -z $window ]] || name=$(xprop -id "$window" _NET_WM_NAME 2>/dev/null) || true
        [[ $name != *"$title"* ]] || break
        sleep 0.1
    done
    printf 'window after %s s: %s\n' "$(awk "BEGIN { print $EPOCHREALTIME - $began }")" "${name#*= }"
    sleep 4
    picture "$picture"
    [[ $name == *"$title"* ]] || fail "no window with the title $title; see $pictures/$picture.png"
}
picture() {
    import -window root "$pictures/$1.png"
}
press() {
    xdotool windowfocus --sync "$window" sleep 0.5 key "$@" sleep 1
}
close_window() {
    press ctrl+q
    for _ in $(seq 100); do
        pgrep -f 'esu-planner\.exe' >/dev/null || return 0
        sleep 0.1
    done
    fail "the program did not end"
}
# Types into the window of Windows' own file dialog.
pick() {
    local path=$1 dialog=
    for _ in $(seq 100); do
        dialog=$(xdotool search --onlyvisible --class '^esu-planner.exe$' 2>/dev/null |
            grep -vx "$window" | tail -n 1) || true
        [[ -z $dialog ]] || break
        sleep 0.1
    done
    [[ -n $dialog ]] || fail "no file dialog came"
    sleep 1
    picture "$2"
    xdotool windowfocus --sync "$dialog" sleep 0.5 key ctrl+a type --delay 20 "$path"
    xdotool sleep 0.5 key Return sleep 2
}
wait_for_file() {
    for _ in $(seq 100); do
        [[ ! -s $1 ]] || return 0
        sleep 0.1
    done
    fail "$1 was not written"
}

step "A clean Debian 13 with Wine, fonts and a printer that makes PDF files"
if [[ -f $cache/wine.tar ]]; then
    tar --extract --directory "$room" --file "$cache/wine.tar"
else
    debootstrap --variant=minbase trixie "$room" >"$cache/debootstrap" ||
        fail "$(tail "$cache/debootstrap")"
fi
mkdir -p "$room/tmp/.X11-unix" "$room/dev/pts" "$room/dev/shm" /tmp/.X11-unix
mount -t proc proc "$room/proc"
mount -t devpts devpts "$room/dev/pts"
mount -t tmpfs -o mode=1777 tmpfs "$room/dev/shm"
mount --bind /tmp/.X11-unix "$room/tmp/.X11-unix"
mount --bind "$cache/archives" "$room/var/cache/apt/archives"
cp /etc/resolv.conf "$room/etc/resolv.conf"
if [[ ! -f $cache/wine.tar ]]; then
    printf 'Binary::apt-get::APT::Keep-Downloaded-Packages "true";\n' >"$room/etc/apt/apt.conf.d/keep"
    as_root apt-get -qq update
    as_root apt-get -qq install --yes --no-install-recommends wine wine64 mesa-vulkan-drivers \
        libgl1-mesa-dri libegl1 libgl1 libvulkan1 fonts-dejavu-core cups-daemon cups-client cups-filters \
        printer-driver-cups-pdf >"$room/tmp/apt" 2>&1 || fail "$(cat "$room/tmp/apt")"
    as_root useradd --create-home ala
    tar --create --one-file-system --directory "$room" --file "$cache/wine.part" .
    mv "$cache/wine.part" "$cache/wine.tar"
fi
install -d -o 1000 -g 1000 -m 700 "$room/run/ala"
install -d -m 1777 "$room/var/spool/cups-pdf/out"
sed -i 's|^Out .*|Out /var/spool/cups-pdf/out|' "$room/etc/cups/cups-pdf.conf"
# Nobody outside can reach it.
printf '%s\n' 'Listen /run/cups/cups.sock' '<Location />' 'Allow all' '</Location>' '<Location /admin>' \
    'Allow all' '</Location>' '<Policy default>' '<Limit All>' 'Order deny,allow' '</Limit>' \
    '</Policy>' >"$room/etc/cups/cupsd.conf"
mkdir -p "$room/run/cups"
as_root cupsd -f &
for _ in $(seq 50); do
    as_root lpadmin -p PDF -v cups-pdf:/ -P /usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd -E 2>/dev/null && break
    sleep 0.2
done
exec {number}< <(exec Xvfb -displayfd 1 -screen 0 1440x900x24 -nolisten tcp -noreset 2>"$cache/xvfb")
read -r -t 20 -u "$number" shown || fail "Xvfb did not start: $(cat "$cache/xvfb")"
export DISPLAY=:$shown
as_person wine --version
as_person wineboot --init >/dev/null 2>&1
install -d -o 1000 -g 1000 "$drive/show"
windows_does cmd /c ver

step "The packages, of this version and of one before it"
if [[ -z $programs ]]; then
    "$windows/build.sh"
    programs=$root/target/packages/windows/programs
fi
for kind in zip msi; do
    "$windows/$kind.sh" --programs "$programs" --out "$room/tmp/show"
done
"$windows/msi.sh" --programs "$programs" --out "$room/tmp/show" --version 0.0.9
chown -R 1000:1000 "$room/tmp/show"
mv "$room"/tmp/show/*.{msi,zip} "$drive/show/"
ls -l "$drive/show"
inventory >"$room/tmp/before"

step "Install the older version for all, silently"
installs /i "C:\\show\\$old.msi"
installed="$drive/Program Files/ESU Planner"
count_files() {
    find "$1" -type f | grep -c .
}
files=$(count_files "$installed")
printf '%s files\n' "$files"
find "$drive/users" "$drive/ProgramData" -name 'ESU Planner.lnk' -printf '%P\n' | grep . || fail "no shortcut"
windows_does reg query 'HKLM\Software\Classes\.esu' /ve | grep 'EsuPlanner.Profile'
windows_does reg query 'HKLM\Software\Classes\EsuPlanner.Profile\shell\open\command' /ve |
    grep -F '"C:\Program Files\ESU Planner\esu-planner.exe" "%1"'

step "Start, with nothing that names a renderer"
windows_does 'C:\Program Files\ESU Planner\esu-planner.exe' &
wait_for_window 'ESU Planner' windows-1-start
close_window
windows_does 'C:\Program Files\ESU Planner\esu-planner.exe' --smoke-test

step "A double-click on a profile, by the association"
cp "$root/assets/samples/mixed-estate.esu" "$mine_here/Szpital w Łodzi.esu"
chown 1000:1000 "$mine_here/Szpital w Łodzi.esu"
windows_does start "$mine\\Szpital w Łodzi.esu" &
wait_for_window 'Szpital w Łodzi' windows-2-double-click

step "The plan, its pages, a PDF, a change that is saved"
press ctrl+3
picture windows-3-plan
press ctrl+p
sleep 3
picture windows-4-pages
press ctrl+k
xdotool type --delay 30 'save plan as pdf'
xdotool sleep 1 key Return
pick "$mine\\plan.pdf" windows-5-save-pdf
wait_for_file "$mine_here/plan.pdf"
# Where people use inches the window begins with their paper.
"$linux" plan "$root/assets/samples/mixed-estate.esu" --format pdf --paper letter -o "$room/tmp/plan.pdf"
cmp "$room/tmp/plan.pdf" "$mine_here/plan.pdf" || fail "the window's PDF is not that of Linux"
printf 'the PDF has the bytes of that made on Linux: %s\n' "$(wc -c <"$mine_here/plan.pdf")"
before=$(md5sum <"$mine_here/Szpital w Łodzi.esu")
press ctrl+1 ctrl+g
picture windows-6-changed
press ctrl+s
sleep 1
[[ $(md5sum <"$mine_here/Szpital w Łodzi.esu") != "$before" ]] || fail "Ctrl+S saved nothing"
"$linux" check "$mine_here/Szpital w Łodzi.esu" >/dev/null || [[ $? -eq 1 ]] || fail "what was saved can't be read"
close_window

step "In a console: output, exit codes, the same bytes as on Linux"
cat >"$drive/show/try.cmd" <<'CMD'
@echo off
cd /d C:\show
esu-planner --version
echo %errorlevel%
esu-planner check half-filled.esu > nul
echo %errorlevel%
esu-planner plan missing.esu
echo %errorlevel%
type mixed.esu | esu-planner plan mixed.esu --format csv > piped.csv
echo %errorlevel%
CMD
cp "$root/assets/samples/half-filled.esu" "$drive/show/"
cp "$root/assets/samples/mixed-estate.esu" "$drive/show/mixed.esu"
chown -R 1000:1000 "$drive/show"
# PATH was changed since Windows was started.
as_person wineserver -k || true
windows_does cmd /c 'C:\show\try.cmd' | tr -d '\r' | tee "$room/tmp/said"
[[ $(grep -xE '[0-9]+' "$room/tmp/said" | paste -s -d ' ') == "0 1 2 0" ]] || fail "other exit codes"
count=0
for sample in mixed-estate half-filled late-buyer-year-2 w10-school ws16-cluster sql16-own-quote; do
    for format in text markdown json csv ics html pdf; do
        for language in en pl; do
            arguments=(plan --format "$format" --lang "$language" --as-of 2026-11-26)
            windows_does 'C:\Program Files\ESU Planner\esu-planner.com' "${arguments[@]}" \
                "C:\\Program Files\\ESU Planner\\examples\\$sample.esu" -o 'C:\show\out' ||
                fail "$sample $format: $(cat "$room/tmp/wine")"
            "$linux" "${arguments[@]}" "$root/assets/samples/$sample.esu" -o "$room/tmp/out"
            cmp "$room/tmp/out" "$drive/show/out" || fail "$sample: $format is not that of Linux"
            count=$((count + 1))
        done
    done
done
printf '%s plans have the bytes of those made on Linux\n' "$count"

step "Print"
windows_does 'C:\Program Files\ESU Planner\esu-planner.com' printers
windows_does 'C:\Program Files\ESU Planner\esu-planner.com' print --printer PDF --pages 1-2 \
    'C:\show\mixed.esu'
for _ in $(seq 150); do
    printed=$(find "$room/var/spool/cups-pdf/out" -name '*.pdf' | head -n 1)
    # It is there before it is whole.
    [[ -z $printed ]] || ! pdfinfo "$printed" >"$room/tmp/said" 2>/dev/null || break
    sleep 0.2
done
grep -E '^(Pages|Page size)' "$room/tmp/said" || fail "nothing was printed"
grep -q '^Pages: *2$' "$room/tmp/said" || fail "other pages were printed"
pdftoppm -r 300 -l 1 -singlefile -png "$printed" "$pictures/windows-printed"

step "Update over it"
preferences=$(find "$mine_here/AppData/Roaming/esu-planner" -type f | head -n 1)
[[ -n $preferences ]] || fail "no preferences were written"
sed -i 's/language: "[a-z]*"/language: "pl"/' "$preferences"
sum=$(md5sum <"$preferences")
installs /i "C:\\show\\$name.msi"
[[ $(md5sum <"$preferences") == "$sum" ]] || fail "the update changed the preferences"
[[ $(count_files "$installed") == "$files" ]] || fail "files are missing after the update"
windows_does reg query 'HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall' /s |
    grep -E 'DisplayName .*ESU|DisplayVersion' | grep -A 1 ESU
windows_does 'C:\Program Files\ESU Planner\esu-planner.exe' &
wait_for_window 'ESU Planner' windows-7-after-update
close_window
if windows_does msiexec /i "C:\\show\\$old.msi" /qn; then
    fail "an older version was put over a newer one"
fi
printf 'an older version is refused\n'

step "Remove"
installs /x "C:\\show\\$name.msi"
[[ ! -e $installed ]] || fail "files are left: $(find "$installed")"
[[ -f $preferences ]] || fail "the removal took the preferences of a person"
for key in 'HKLM\System\CurrentControlSet\Control\Session Manager\Environment' 'HKCU\Environment'; do
    ! windows_does reg query "$key" /v PATH | grep -F 'ESU Planner' || fail "it is still in PATH"
done
own() {
    grep -vE '/AppData/(Roaming|Local)/esu-planner|Szpital|plan\.pdf' "$1" | grep -vF 'esu-planner.exe'
}
inventory >"$room/tmp/after"
diff <(own "$room/tmp/before") <(own "$room/tmp/after") || fail "the removal left or changed something"
printf 'files and registry are as before: %s lines\n' "$(grep -c . "$room/tmp/after")"

step "An update stays in the folder that was chosen"
chosen=$drive/Apps/ESU
installs /i "C:\\show\\$old.msi" 'INSTALLDIR=C:\Apps\ESU'
[[ -f $chosen/esu-planner.exe && ! -e $installed ]] || fail "it is in another folder"
installs /i "C:\\show\\$name.msi"
[[ $(count_files "$chosen") == "$files" && ! -e $installed ]] || fail "the update went elsewhere"
windows_does 'C:\Apps\ESU\esu-planner.com' --version
windows_does reg query 'HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall' /s | grep InstallLocation |
    grep -F 'C:\Apps\ESU'
installs /x "C:\\show\\$name.msi"
[[ ! -e $chosen ]] || fail "files are left: $(find "$chosen")"

step "For one person alone, signed"
openssl req -x509 -newkey rsa:3072 -nodes -days 2 -subj "/CN=For this show" \
    -addext extendedKeyUsage=codeSigning -keyout "$room/tmp/key" -out "$room/tmp/cert" 2>/dev/null
openssl pkcs12 -export -inkey "$room/tmp/key" -in "$room/tmp/cert" -passout pass:secret \
    -out "$room/tmp/both.pfx"
SIGNING_PASSWORD=secret "$windows/sign.sh" --certificate "$room/tmp/both.pfx" "$drive/show/$name-user.msi"
osslsigncode verify -CAfile "$room/tmp/cert" -in "$drive/show/$name-user.msi" | grep -i 'signature verification'
installs /i "C:\\show\\$name-user.msi"
windows_does reg query 'HKCU\Software\Classes\.esu' /ve | grep 'EsuPlanner.Profile'
windows_does reg query 'HKCU\Software\Classes\EsuPlanner.Profile\shell\open\command' /ve |
    tr -d '\r' | grep . | tee "$room/tmp/said"
# Wine knows only the file types of all persons, so what Windows would call is called.
called=$(sed -n 's/.*REG_SZ *"\(.*\)" "%1"$/\1/p' "$room/tmp/said")
windows_does "$called" "$mine\\Szpital w Łodzi.esu" &
wait_for_window 'Szpital w Łodzi' windows-8-for-one
close_window
installs /x "C:\\show\\$name-user.msi"
[[ ! -e $mine_here/AppData/Local/Programs/ESU\ Planner ]] || fail "files are left"

step "The portable archive"
python3 -m zipfile --extract "$drive/show/$name.zip" "$drive/show/portable"
chown -R 1000:1000 "$drive/show/portable"
windows_does "C:\\show\\portable\\$name\\esu-planner.exe" "$mine\\Szpital w Łodzi.esu" &
wait_for_window 'Szpital w Łodzi' windows-9-portable
close_window

step "All was shown; the pictures are in $pictures"
