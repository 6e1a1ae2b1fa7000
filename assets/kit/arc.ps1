# ---------------------------------------------------------------------------------------------
# Detect-Esu: asks the agent of Azure Arc on this server; writes one line, Compliant or
# NonCompliant with what is missing. The licence itself is kept in Azure.
# ---------------------------------------------------------------------------------------------
function Get-Problems {
    $problem = Get-SystemProblem
    if ($problem) {
        return $problem
    }
    $tool = Get-Command azcmagent -ErrorAction SilentlyContinue
    if (-not $tool) {
        return Get-Words 'no-agent'
    }
    $isInside = $false
    $section = @()
    foreach ($line in @(& azcmagent show)) {
        if ($line -match $SectionName) {
            $isInside = $true
        }
        elseif ($isInside -and ($line -match '^\S')) {
            $isInside = $false
        }
        if ($isInside) {
            $section += $line
        }
    }
    if ($section.Count -eq 0) {
        return Get-Words 'no-section' $SectionName
    }
    if (($section -join ' ') -notmatch '\bActive\b') {
        return Get-Words 'not-active' $SectionName
    }
}
