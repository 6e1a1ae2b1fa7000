#!/usr/bin/env bash
# Builds ESU Planner and opens it on a profile.
#
#   packaging/run.sh [PROFILE]      default: assets/samples/mixed-estate.esu
#
# On Debian and Ubuntu it first installs the packages that are missing. Where there is no display
# it writes the profile's plan to plan-<profile>.md in the current folder instead.
set -euo pipefail

# shellcheck source-path=SCRIPTDIR source=common.sh disable=SC1091
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

# Whether somebody listens at the socket, as far as can be told.
socket_answers() {
    if [[ ${1:0:1} == / && ! -S $1 ]]; then
        return 1
    fi
    if ! command -v perl >/dev/null; then
        [[ ${1:0:1} == / ]]
        return
    fi
    perl -MSocket -e '
        my $path = $ARGV[0] =~ s/^@/\0/r;
        socket(my $socket, PF_UNIX, SOCK_STREAM, 0) or exit 1;
        connect($socket, sockaddr_un($path)) or exit 1;
    ' "$1" 2>/dev/null
}

wayland_answers() {
    local name=${WAYLAND_DISPLAY:-}
    if [[ -z $name ]]; then
        return 1
    fi
    if [[ $name != /* ]]; then
        name="${XDG_RUNTIME_DIR:-}/$name"
    fi
    [[ $name == /* ]] && socket_answers "$name"
}

x11_answers() {
    local display=${DISPLAY:-} host number
    if [[ ! $display =~ :[0-9]+(\.[0-9]+)?$ ]]; then
        return 1
    fi
    host=${display%:*}
    number=${display##*:}
    number=${number%%.*}
    if [[ -z $host || $host == unix ]]; then
        socket_answers "/tmp/.X11-unix/X$number" || socket_answers "@/tmp/.X11-unix/X$number"
    elif [[ $host == /* ]]; then
        socket_answers "$host:$number"
    else
        # shellcheck disable=SC2016
        timeout 5 bash -c 'exec 3<>"/dev/tcp/$0/$1"' "$host" "$((6000 + number))" 2>/dev/null
    fi
}

plan_without_window() {
    local plan
    plan="plan-$(basename "$profile" .esu).md"
    "$app" plan "$profile" --format markdown -o "$plan"
    say "The plan is in $PWD/$plan"
}

if [[ $# -gt 1 ]]; then
    fail "give one profile at most: packaging/run.sh [PROFILE]"
fi
profile=${1:-$root/assets/samples/mixed-estate.esu}
if [[ ! -f $profile ]]; then
    fail "there is no profile $profile"
fi
# A name that starts with a dash is no option.
if [[ $profile == -* ]]; then
    profile="./$profile"
fi

window=yes
if wayland_answers; then
    :
elif x11_answers; then
    # A Wayland display that does not answer would be tried first.
    unset WAYLAND_DISPLAY WAYLAND_SOCKET
else
    window=no
fi

packages=("${build_packages[@]}")
if [[ $window == yes ]]; then
    packages+=("${window_packages[@]}")
fi
install_missing "${packages[@]}"
find_cargo

say "Building (the first time takes some minutes)"
(cd "$root" && cargo build --release --locked)
target=$(target_folder)
app=$target/release/esu-planner

if [[ $window == no ]]; then
    say "No display can be reached (DISPLAY, WAYLAND_DISPLAY), so no window is opened."
    plan_without_window
    exit
fi

say "Opening $profile"
status=0
"$app" "$profile" || status=$?
if [[ $status -ne 0 ]]; then
    say "The window ended with an error (exit code $status). The plan without a window:"
    plan_without_window
fi
exit "$status"
