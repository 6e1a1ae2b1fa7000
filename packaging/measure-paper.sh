#!/usr/bin/env bash
# Measures what a plan's PDF costs, beside other programs on the same data.
#
#   packaging/measure-paper.sh [RUNS]      default: 5 runs of each, the median counts
#
# Measured are whole processes from their start to the written file: this program as it is released;
# Typst on the same template and data, by its Python package, whose start is in the time; and
# WeasyPrint on the plan's HTML, which is laid out otherwise and not tagged as strictly. The Python
# packages go into a folder of the script's own. On Debian and Ubuntu it first installs what is
# missing. Ends with 1 when a mark is missed: 20 pages in under 0.3 s.
set -euo pipefail

# shellcheck source-path=SCRIPTDIR source=common.sh disable=SC1091
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

runs=${1:-5}
[[ $runs =~ ^[1-9][0-9]*$ ]] || fail "give the number of runs: packaging/measure-paper.sh [RUNS]"

install_missing "${build_packages[@]}" libpango-1.0-0 libpangoft2-1.0-0 poppler-utils python3 \
    python3-venv time
find_cargo
cd "$root"

say "Building as released (the first time takes some minutes)"
cargo build --release --locked --bin esu-planner
target=$(target_folder)
app=$target/release/esu-planner

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# Only the data is wanted of it, so it is built as the tests are.
cargo bench --quiet --profile dev --locked --bench paper -- "$work" >/dev/null

python3 -m venv "$work/python"
"$work/python/bin/pip" install --quiet typst==0.15.* weasyprint
cp assets/report/*.typ "$work/"
# Not named like the package that it loads.
cat >"$work/lay_out.py" <<'PYTHON'
import shutil, sys, typst
work, data, out = sys.argv[1:]
shutil.copy(f"{work}/{data}.json", f"{work}/plan.json")
typst.compile(f"{work}/plan.typ", output=out, font_paths=["assets/fonts"],
              ignore_system_fonts=True, pdf_standards=["ua-1"])
PYTHON

# Runs a command so many times; prints the median of seconds and of kilobytes at the most.
measured() {
    local run
    : >"$work/times"
    for ((run = 0; run < runs; run++)); do
        /usr/bin/time -a -o "$work/times" -f '%e %M' "$@" >/dev/null 2>"$work/said" ||
            fail "$(cat "$work/said")"
    done
    sort -n "$work/times" | awk '{ t[NR] = $1; m[NR] = $2 }
        END { i = int((NR + 1) / 2); printf "%s s, %d MB\n", t[i], m[i] / 1024 }'
}

missed=0
for plan in mixed-estate mixed-estate-2026 groups-3000; do
    out=$work/$plan.pdf
    ours=$(measured "$app" plan "$work/$plan.esu" --lang pl --format pdf -o "$out")
    pages=$(pdfinfo "$out" 2>/dev/null | awk '/^Pages:/ { print $2 }')
    say "$plan, $pages pages"
    typst=$(measured "$work/python/bin/python" "$work/lay_out.py" "$work" "$plan" "$work/typst.pdf")
    "$app" plan "$work/$plan.esu" --lang pl --format html -o "$work/$plan.html"
    weasyprint=$(measured "$work/python/bin/weasyprint" "$work/$plan.html" "$work/weasyprint.pdf")
    printf '  %-13s  %s\n' "this program:" "$ours" Typst: "$typst" WeasyPrint: "$weasyprint"
    if [[ $plan != groups-3000 ]] && awk -v said="${ours%% *}" -v pages="$pages" \
        'BEGIN { exit !(said > 0.3 * (pages > 20 ? pages / 20 : 1)) }'; then
        printf '  missed: 20 pages in under 0.3 s\n'
        missed=1
    fi
done
exit "$missed"
