# ---------------------------------------------------------------------------------------------
# Remediate-Esu: activates a key that is installed; asks nothing. It has no key and takes none:
# keys are installed by Install-Esu.ps1. Writes one line.
# ---------------------------------------------------------------------------------------------
function Get-Problems {
    $problem = Get-SystemProblem
    if ($problem) {
        return $problem
    }
    if ($Flag.Add) {
        & (Join-Path $env:SystemRoot 'System32\cmd.exe') /d /c $Flag.Add 2>&1 | Out-Null
        if ($LASTEXITCODE -ne 0) {
            Get-Words 'flag-failed' $Flag.Add
        }
    }
    foreach ($entry in $Years) {
        if (($entry.Use -eq 'Later') -or (Test-Licensed $entry)) {
            continue
        }
        if (-not (Test-Key $entry)) {
            if ($entry.Use -eq 'Current') {
                Get-Words 'no-key' $entry.Name
            }
            continue
        }
        if ($Kit.Route -ne 'Online') {
            Get-Words 'by-operator' $entry.Name
            continue
        }
        $problem = Start-Activation $entry
        if ($problem -or (-not (Test-Licensed $entry))) {
            Get-Words 'activation-problem' $entry.Name $problem
        }
    }
}
