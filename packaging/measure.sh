#!/usr/bin/env bash
# Measures what the window costs, side by side with a bare window of the same toolkit and renderer.
#
#   packaging/measure.sh [STARTS]      default: 11 starts of each
#
# Both are built as they are released and started in turn on a display of the script's own, drawn
# by Mesa's software renderer, so that the numbers can be compared between machines without a
# graphics card. The marks are ratios, because a slow machine is slow for both. On Debian and
# Ubuntu the script first installs the packages that are missing. Ends with 1 when a mark is missed.
set -euo pipefail

# shellcheck source-path=SCRIPTDIR source=common.sh disable=SC1091
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

starts=${1:-11}
[[ $starts =~ ^[1-9][0-9]*$ ]] || fail "give the number of starts: packaging/measure.sh [STARTS]"
idle_seconds=5

install_missing "${build_packages[@]}" "${window_packages[@]}" xvfb
command -v Xvfb >/dev/null || fail "Xvfb is missing"
find_cargo
cd "$root"

say "Building as released (the first time takes some minutes)"
cargo build --release --locked --bin esu-planner --example bare-window
cargo bench --quiet --locked --bench frame --no-run
target=$(target_folder)
app=$target/release/esu-planner
bare=$target/release/examples/bare-window

home=$(mktemp -d)
display_pid=
window_pid=
clean_up() {
    [[ -z $window_pid ]] || kill "$window_pid" 2>/dev/null || true
    [[ -z $display_pid ]] || kill "$display_pid" 2>/dev/null || true
    rm -rf "$home"
}
trap clean_up EXIT

# A display that nobody else uses; Xvfb says its number itself.
exec {number}<> <(:)
Xvfb -displayfd "$number" -screen 0 1440x900x24 -noreset -nolisten tcp 2>"$home/xvfb" &
display_pid=$!
read -r -t 20 -u "$number" shown || fail "Xvfb did not start: $(cat "$home/xvfb")"
export DISPLAY=:$shown

# Both windows get the same software renderer and read no preferences of yours.
for driver in /usr/share/vulkan/icd.d/lvp_icd*.json; do
    [[ -f $driver ]] || fail "Mesa's software renderer is missing: install mesa-vulkan-drivers"
    export VK_DRIVER_FILES=$driver VK_ICD_FILENAMES=$driver
done
unset WAYLAND_DISPLAY WAYLAND_SOCKET
export LIBGL_ALWAYS_SOFTWARE=1 ESU_PLANNER_PRINT_FRAMES=1
export XDG_CACHE_HOME=$home/cache XDG_CONFIG_HOME=$home/config
export XDG_DATA_HOME=$home/data XDG_STATE_HOME=$home/state

# Microseconds since some day.
now() {
    printf '%s' "${EPOCHREALTIME//[^0-9]/}"
}

# The processor time that a process has taken, in ticks of a hundredth of a second.
ticks() {
    local fields
    # The name, which may hold spaces, stands in parentheses before these.
    fields=$(sed 's/.*) //' "/proc/$1/stat")
    # shellcheck disable=SC2086
    set -- $fields
    printf '%s' "$((${12} + ${13}))"
}

# Starts a window; sets first (microseconds), memory (KiB) and, for `idle`, frames and busy (ticks).
measure() {
    local whether=$1 began line before ends left
    shift
    began=$(now)
    exec {lines}< <(exec "$@" 2>"$home/stderr")
    window_pid=$!
    read -r -t 60 -u "$lines" line || fail "no frame was drawn: $* $(cat "$home/stderr")"
    first=$(($(now) - began))
    [[ $line == "frame 1" ]] || fail "instead of its first frame this said '$line': $*"
    # What opens with the window (fonts, tooltips, a blinking cursor) has come to rest by then.
    sleep 2
    memory=$(sed -n 's/^VmRSS:[^0-9]*\([0-9]*\).*/\1/p' "/proc/$window_pid/status")
    [[ -n $memory ]] || fail "the window closed by itself: $* $(cat "$home/stderr")"
    if [[ $whether == idle ]]; then
        while read -r -t 0.01 -u "$lines" line; do :; done
        before=$(ticks "$window_pid")
        ends=$(($(now) + idle_seconds * 1000000))
        frames=0
        while left=$((ends - $(now))) && [[ $left -gt 0 ]]; do
            read -r -t "$(printf '%d.%06d' $((left / 1000000)) $((left % 1000000)))" \
                -u "$lines" line && frames=$((frames + 1))
        done
        busy=$(($(ticks "$window_pid") - before))
    fi
    kill "$window_pid"
    wait "$window_pid" 2>/dev/null || true
    window_pid=
    exec {lines}<&-
}

# Lowest, median and highest of some numbers.
spread() {
    printf '%s\n' "$@" | sort -n | awk '{ n[NR] = $1 } END { print n[1], n[int((NR + 1) / 2)], n[NR] }'
}

sample=$root/assets/samples/mixed-estate.esu
say "Starting each $starts times, in turn"
# The first start of each fills the caches of the system and of the renderer.
measure start "$bare"
measure start "$app" "$sample"
bare_first=() bare_memory=() app_first=() app_memory=()
for ((start = 1; start <= starts; start++)); do
    measure start "$bare"
    bare_first+=("$first") bare_memory+=("$memory")
    measure start "$app" "$sample"
    app_first+=("$first") app_memory+=("$memory")
done
say "Leaving each alone for $idle_seconds seconds"
measure idle "$bare"
bare_frames=$frames bare_busy=$busy
measure idle "$app" "$sample"
app_frames=$frames app_busy=$busy

status=0
verdict() {
    if awk "BEGIN { exit !($1) }"; then
        printf 'ok'
    else
        printf 'ABOVE'
        return 1
    fi
}

read -r bare_least bare_median bare_most <<<"$(spread "${bare_first[@]}")"
read -r app_least app_median app_most <<<"$(spread "${app_first[@]}")"
read -r bare_low bare_size bare_high <<<"$(spread "${bare_memory[@]}")"
read -r app_low app_size app_high <<<"$(spread "${app_memory[@]}")"
noise=$(awk "BEGIN { printf \"%.0f\", 100 * ($bare_most - $bare_least) / $bare_median }")

row() {
    printf '%-34s %16s %16s %7s  %-8s %s\n' "$@"
}
milliseconds() {
    awk "BEGIN { printf \"%.0f ms\", $1 / 1000 }"
}
mebibytes() {
    awk "BEGIN { printf \"%.1f MiB\", $1 / 1024 }"
}
ratio() {
    awk "BEGIN { printf \"%.2f\", $1 / $2 }"
}

printf '\n'
row "" "bare window" "app, a sample" ratio mark ""
word=$(verdict "$app_median <= 1.3 * $bare_median") || status=1
row "first frame, median" "$(milliseconds "$bare_median")" "$(milliseconds "$app_median")" \
    "$(ratio "$app_median" "$bare_median")" "<= 1.30" "$word"
row "  lowest" "$(milliseconds "$bare_least")" "$(milliseconds "$app_least")" \
    "$(ratio "$app_least" "$bare_least")" "" ""
row "  highest" "$(milliseconds "$bare_most")" "$(milliseconds "$app_most")" \
    "$(ratio "$app_most" "$bare_most")" "" ""
word=$(verdict "$app_size <= 1.5 * $bare_size") || status=1
row "resident memory, median" "$(mebibytes "$bare_size")" "$(mebibytes "$app_size")" \
    "$(ratio "$app_size" "$bare_size")" "<= 1.50" "$word"
row "  lowest" "$(mebibytes "$bare_low")" "$(mebibytes "$app_low")" "" "" ""
row "  highest" "$(mebibytes "$bare_high")" "$(mebibytes "$app_high")" "" "" ""
word=$(verdict "$app_frames == 0") || status=1
row "frames in $idle_seconds s of idling" "$bare_frames" "$app_frames" "" "0" "$word"
row "processor time in $idle_seconds s of idling" "$((bare_busy * 10)) ms" "$((app_busy * 10)) ms" "" "" ""
row "program" "$(mebibytes $(($(stat -c %s "$bare") / 1024)))" \
    "$(mebibytes $(($(stat -c %s "$app") / 1024)))" \
    "$(ratio "$(stat -c %s "$app")" "$(stat -c %s "$bare")")" "" ""
printf '\nNoise: the bare window'\''s own first frame differs by %s %% between starts.\n\n' "$noise"

say "A frame with 10,000 groups"
frames_output=$(cargo bench --quiet --locked --bench frame)
printf '%s\n' "$frames_output"
# With a plan to be made anew a frame may take longer; with a screen reader everything is laid out.
if grep -v -e ' typing ' -e ' read out ' <<<"$frames_output" | grep -q ABOVE; then
    status=1
fi
exit "$status"
