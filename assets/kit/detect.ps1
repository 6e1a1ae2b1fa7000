# ---------------------------------------------------------------------------------------------
# Detect-Esu: writes one line, Compliant or NonCompliant with what is missing; asks nothing and
# changes nothing.
# ---------------------------------------------------------------------------------------------
function Get-Problems {
    $problem = Get-SystemProblem
    if ($problem) {
        return $problem
    }
    $open = @()
    foreach ($entry in $Years) {
        if (($entry.Use -eq 'Current') -and (-not (Test-Licensed $entry))) {
            $open += $entry
        }
    }
    if (($Years.Count -gt 0) -and ($open.Count -eq 0)) {
        return
    }
    Find-Prerequisites @()
    foreach ($name in $script:Missing) {
        Get-Words 'is-missing' $name
    }
    if (Test-RestartPending) {
        Get-Words 'restart-needed'
    }
    foreach ($entry in $open) {
        if (-not $entry.Id) {
            Get-Words 'id-unknown'
        }
        elseif (Test-Key $entry) {
            Get-Words 'not-activated' $entry.Name
        }
        else {
            Get-Words 'no-key' $entry.Name
        }
    }
    if ($Flag.Query) {
        $answer = (@(& (Join-Path $env:SystemRoot 'System32\cmd.exe') /d /c $Flag.Query) -join ' ')
        if ($answer -notmatch 'REG_DWORD\s+0x1\b') {
            Get-Words 'flag-missing' $Flag.Query
        }
    }
}
