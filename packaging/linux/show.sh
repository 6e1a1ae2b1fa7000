#!/usr/bin/env bash
# Shows in a clean Debian what a person does with the packages: install, start from the menu, open a
# profile with a double-click, update over an older version, remove. And the same, without a menu, of
# the RPM package and the archive. Each step is printed, and each that goes wrong ends it.
#
#   packaging/linux/show.sh [--suite NAME] [--program FILE] [--out FOLDER]
#
# The Debian is made by debootstrap in a folder of its own, which is removed at the end; what was
# fetched is kept in target/packages/show. It needs root, a network, and Debian's packages
# debootstrap, imagemagick, rpm, x11-utils, xdotool and xvfb. The pictures of the window are in FOLDER
# (default target/packages/show/pictures).
set -euo pipefail

# shellcheck source-path=SCRIPTDIR source=common.sh disable=SC1091
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

# All runs in a world of its own: what it mounts and starts is gone when it ends.
if [[ ${SHOW_INSIDE:-} != yes ]]; then
    [[ $(id -u) -eq 0 ]] || fail "debootstrap and chroot need root"
    SHOW_INSIDE=yes exec unshare --mount --mount-proc --pid --fork --kill-child --propagation private "$0" "$@"
fi

need debootstrap:debootstrap dpkg-deb:dpkg import:imagemagick rpm:rpm xdotool:xdotool \
    xprop:x11-utils Xvfb:xvfb
suite=bookworm program='' cache=$root/target/packages/show pictures=
while [[ $# -gt 0 ]]; do
    case $1 in
        --suite) suite=$2 ;;
        --program) program=$(realpath "$2") ;;
        --out) pictures=$2 ;;
        *) fail "there is no option $1" ;;
    esac
    shift 2
done
pictures=${pictures:-$cache/pictures}
mkdir -p "$cache/archives" "$pictures"
room=$(mktemp -d "$cache/room.XXXXXX")
chmod 755 "$room"
# Nothing is mounted in it outside of this run.
trap clean EXIT
clean() {
    # shellcheck disable=SC2046
    kill $(jobs -p) 2>/dev/null || true
    umount --lazy "$room"/{proc,dev/pts,dev/shm,tmp/.X11-unix,var/cache/apt/archives} 2>/dev/null || true
    rm -rf --one-file-system "$room"
}
# Titles hold Polish letters.
export LC_ALL=C.UTF-8 PYTHONDONTWRITEBYTECODE=1

step() {
    printf '\n--- %s\n' "$*"
}

# Runs a command in the clean system: as root, or as the person who works there.
as_root() {
    chroot "$room" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 \
        DEBIAN_FRONTEND=noninteractive "$@"
}
as_person() {
    # No screen reader is on in there: its bus would only be looked for.
    chroot --userspec=ala:ala "$room" /usr/bin/env -i PATH=/usr/local/bin:/usr/bin:/bin \
        HOME=/home/ala USER=ala LANG=C.UTF-8 DISPLAY="$DISPLAY" XDG_CURRENT_DESKTOP=GNOME \
        NO_AT_BRIDGE=1 XDG_RUNTIME_DIR=/run/ala "$@"
}
install_quietly() {
    as_root apt-get -qq install --yes "$@" >"$room/tmp/apt" 2>&1 || fail "$(cat "$room/tmp/apt")"
}

# Every file with its size and sum, but for logs, caches of packages and what runs. What the triggers
# write is among them.
inventory() {
    local path left_out=()
    for path in /dev /home /proc /run /sys /tmp /var/cache/apt /var/cache/debconf /var/lib/apt \
        /var/lib/dpkg/available '/var/lib/dpkg/lock*' /var/lib/dpkg/status-old /var/log; do
        left_out+=(-path "$path" -prune -o)
    done
    as_root find / -xdev "${left_out[@]}" -type f -print0 | sort -z | as_root xargs -0 md5sum
    as_root find / -xdev "${left_out[@]}" ! -type f -printf '%p %y %l\n' | sort
}

# Waits for the window, which systems know by the class that the desktop entry names; takes its
# picture.
window=
wait_for_window() {
    local title=$1 picture=$2 name=
    for _ in $(seq 300); do
        window=$(xdotool search --onlyvisible --class '^esu-planner$' 2>/dev/null | head -n 1) || true
        [[ -z $window ]] || name=$(xprop -id "$window" _NET_WM_NAME 2>/dev/null) || true
        [[ $name != *"$title"* ]] || break
        sleep 0.2
    done
    sleep 4
    import -window root "$pictures/$suite-$picture.png"
    [[ $name == *"$title"* ]] ||
        fail "no window with the title $title, but '$name'; see $pictures/$suite-$picture.png"
    xprop -id "$window" WM_CLASS _NET_WM_NAME
}

# Closes it by its key, and waits until the program has ended.
close_window() {
    xdotool windowfocus "$window" sleep 0.5 key ctrl+q
    for _ in $(seq 100); do
        pgrep -x esu-planner >/dev/null || return 0
        sleep 0.1
    done
    fail "the program did not end"
}

step "A clean Debian: $suite, with what every desktop has"
if [[ -f $cache/$suite.tar ]]; then
    tar --extract --directory "$room" --file "$cache/$suite.tar"
else
    debootstrap --variant=minbase "$suite" "$room" >"$cache/debootstrap" ||
        fail "$(tail "$cache/debootstrap")"
fi
mkdir -p "$room/tmp/.X11-unix" "$room/dev/pts" "$room/dev/shm" /tmp/.X11-unix
mount -t proc proc "$room/proc"
mount -t devpts devpts "$room/dev/pts"
mount -t tmpfs tmpfs "$room/dev/shm"
mount --bind /tmp/.X11-unix "$room/tmp/.X11-unix"
mount --bind "$cache/archives" "$room/var/cache/apt/archives"
cp /etc/resolv.conf "$room/etc/resolv.conf"
if [[ ! -f $cache/$suite.tar ]]; then
    printf 'Binary::apt-get::APT::Keep-Downloaded-Packages "true";\n' >"$room/etc/apt/apt.conf.d/keep"
    as_root apt-get -qq update
    install_quietly --no-install-recommends dbus desktop-file-utils gtk-update-icon-cache \
        hicolor-icon-theme libglib2.0-bin libgtk-3-bin man-db shared-mime-info xdg-utils
    as_root useradd --create-home ala
    # Small systems leave documentation out; here nothing is.
    rm -f "$room"/etc/dpkg/dpkg.cfg.d/*
    tar --create --one-file-system --directory "$room" --file "$cache/$suite.part" .
    mv "$cache/$suite.part" "$cache/$suite.tar"
fi
install -d -o 1000 -g 1000 -m 700 "$room/run/ala"

step "The packages, of this version and of one before it"
if [[ -z $program ]]; then
    "$root/packaging/build.sh"
    program=$root/target/packages/build/release/esu-planner
fi
make() {
    local kind=$1
    shift
    "$linux/$kind.sh" --quick --program "$program" "$@"
}
make deb --out "$room/tmp/new"
make deb --out "$room/tmp/old" --version 0.0.1
new=$(cd "$room" && ls tmp/new/*.deb) old=$(cd "$room" && ls tmp/old/*.deb)

step "What apt installs with the older one"
as_root apt-get -qq install --simulate "/$old" | sed -n 's/^Inst \([^ ]*\).*/\1/p' | paste -s -d ' '
install_quietly "/$old"
as_root apt-get -qq purge --yes esu-planner >/dev/null
inventory >"$room/tmp/before"

step "Install the older version"
install_quietly "/$old"
as_root dpkg-query --show esu-planner
as_root dpkg --verify esu-planner
as_root dpkg --listfiles esu-planner | grep -c . | sed 's/$/ files and folders/'
[[ -z $(as_root dpkg --audit) ]] || fail "$(as_root dpkg --audit)"
as_root ldd /usr/bin/esu-planner | grep -i 'not found' && fail "a library is missing"

step "The menu"
exec {number}< <(exec Xvfb -displayfd 1 -screen 0 1440x900x24 -nolisten tcp -noreset 2>"$cache/xvfb")
read -r -t 20 -u "$number" shown || fail "Xvfb did not start: $(cat "$cache/xvfb")"
export DISPLAY=:$shown
as_root desktop-file-validate /usr/share/applications/esu-planner.desktop
as_root grep -F "$mime_type" /usr/share/applications/mimeinfo.cache
as_person dbus-run-session gtk-launch esu-planner &
wait_for_window 'ESU Planner' 1-menu
close_window

step "A double-click on a profile"
as_person cp /usr/share/doc/esu-planner/examples/mixed-estate.esu "/home/ala/Szpital w Łodzi.esu"
as_person cp "/home/ala/Szpital w Łodzi.esu" /home/ala/no-ending
as_person gio info -a standard::content-type "/home/ala/Szpital w Łodzi.esu" | grep -F "$mime_type"
as_person gio info -a standard::content-type /home/ala/no-ending | grep -F "$mime_type" ||
    fail "a profile without an ending is not known by its first line"
as_person xdg-mime query filetype "/home/ala/Szpital w Łodzi.esu"
as_person xdg-mime query default "$mime_type" | grep -x esu-planner.desktop
as_person dbus-run-session xdg-open "/home/ala/Szpital w Łodzi.esu" &
wait_for_window 'Szpital w Łodzi' 2-double-click
close_window

step "Without a window"
as_person esu-planner plan "/home/ala/Szpital w Łodzi.esu" >"$room/tmp/plan"
"$program" plan "$root/assets/samples/mixed-estate.esu" | cmp - "$room/tmp/plan"
as_person man --where esu-planner esu-planner-plan
printf 'the same plan as here: %s lines\n' "$(grep -c . "$room/tmp/plan")"

step "Preferences of the older version"
preferences=$(find "$room/home/ala/.config/esu-planner" -type f | head -n 1)
[[ -n $preferences ]] || fail "no preferences were written"
printf '%s: %s lines\n' "${preferences#"$room"}" "$(grep -c . "$preferences")"
sed -i 's/language: "[a-z]*"/language: "pl"/' "$preferences"
grep -n 'language: "pl"\|Szpital' "$preferences" || fail "$(cat "$preferences")"
sum=$(md5sum <"$preferences")

step "Update over it"
install_quietly "/$new"
as_root dpkg-query --show esu-planner
[[ $(md5sum <"$preferences") == "$sum" ]] || fail "the update changed the preferences"
as_person dbus-run-session gtk-launch esu-planner &
wait_for_window 'ESU Planner' 3-after-update
close_window
grep -q 'language: "pl"' "$preferences" || fail "the newer version forgot the preferences"

step "Remove"
as_root apt-get -qq remove --yes esu-planner >/dev/null
if as_root dpkg-query --show esu-planner 2>/dev/null; then
    fail "something is left for a purge"
fi
inventory >"$room/tmp/after"
diff "$room/tmp/before" "$room/tmp/after" || fail "the removal left or changed something"
printf 'all %s files and folders are as before\n' "$(grep -c . "$room/tmp/after")"
[[ -f $preferences ]] || fail "the removal took the preferences of a person"
printf 'what is the person'\''s own is still there: %s\n' "${preferences#"$room"}"

step "The archive, by that person alone"
make tar --out "$room/tmp/tar" >/dev/null
as_person tar --extract --gzip --directory /home/ala --file "/$(cd "$room" && ls tmp/tar/*.tar.gz)"
portable=$(cd "$room/home/ala" && ls -d esu-planner-*)
as_person sh -c "cd ~/'$portable' && mkdir -p ~/.local && cp -r bin share ~/.local/ &&
    update-desktop-database ~/.local/share/applications && update-mime-database ~/.local/share/mime"
as_person env PATH=/home/ala/.local/bin:/usr/bin:/bin dbus-run-session \
    xdg-open "/home/ala/Szpital w Łodzi.esu" &
wait_for_window 'Szpital w Łodzi' 4-archive
close_window
as_person sh -c 'rm -r ~/.local/bin ~/.local/share ~/esu-planner-*'

step "The RPM package, by rpm alone: this is no Fedora, so nothing checks what it requires"
make rpm --out "$room/tmp/rpm-old" --version 0.0.1 >/dev/null
make rpm --out "$room/tmp/rpm" >/dev/null
inventory >"$room/tmp/before"
database=(--root "$room" --dbpath /tmp/rpmdb)
# Debian's rpm warns of what is meant here.
change=(rpm "${database[@]}" --nodeps)
[[ ! -f /etc/debian_version ]] || change+=(--force-debian)
"${change[@]}" --install "$(ls "$room"/tmp/rpm-old/*.rpm)"
"${change[@]}" --upgrade "$(ls "$room"/tmp/rpm/*.rpm)"
rpm "${database[@]}" --query --all
rpm "${database[@]}" --verify --nodeps esu-planner
rpm "${database[@]}" --query --requires esu-planner | paste -s -d ' '
as_root update-desktop-database
as_root update-mime-database /usr/share/mime
as_person dbus-run-session xdg-open "/home/ala/Szpital w Łodzi.esu" &
wait_for_window 'Szpital w Łodzi' 5-rpm
close_window
"${change[@]}" --erase esu-planner
as_root update-desktop-database
as_root update-mime-database /usr/share/mime
inventory >"$room/tmp/after"
# Fedora's own packages have the folders that lie empty now.
diff <(grep -v ' d $' "$room/tmp/before") <(grep -v ' d $' "$room/tmp/after") ||
    fail "the removal left or changed something"
printf 'all files are as before\n'

step "All was shown; the pictures are in $pictures"
