# ---------------------------------------------------------------------------------------------
# Install-Esu
# ---------------------------------------------------------------------------------------------
# The key is a secret. It is asked for without showing it, or taken from the pipeline; it is never
# a parameter, goes to Windows by a method of WMI, so that it stands in no list of processes, and
# is in no line that this script shows or writes down.

function Say($id) {
    $line = $Text[$id] -f $args
    Write-Host $line
    Add-Content -Path $LogPath -Value ((Get-Date -Format s) + ' ' + $line) -Encoding UTF8
}

function Stop-Here([int]$code, $id) {
    $line = $Text[$id] -f $args
    Write-Host $line
    Write-Host (Get-Words 'exit-code' $code $LogPath)
    Add-Content -Path $LogPath -Value ((Get-Date -Format s) + ' ' + $line + ' [' + $code + ']') -Encoding UTF8
    exit $code
}

# Asks for a key without showing it.
function Enter-Mak($question) {
    $script:Mak = ''
    $secret = Read-Host -Prompt $question -AsSecureString
    $pointer = [Runtime.InteropServices.Marshal]::SecureStringToBSTR($secret)
    try {
        $script:Mak = [Runtime.InteropServices.Marshal]::PtrToStringBSTR($pointer)
    }
    finally {
        [Runtime.InteropServices.Marshal]::ZeroFreeBSTR($pointer)
    }
}

# Hands the key that was given to Windows and forgets it. Gives what went wrong, or nothing.
function Install-Mak {
    try {
        if ($script:Mak -notmatch '^([A-Z0-9]{5}-){4}[A-Z0-9]{5}$') {
            return Get-Words 'not-a-key'
        }
        $service = Get-WmiObject -Class SoftwareLicensingService -ErrorAction Stop
        [void]$service.InstallProductKey($script:Mak)
        [void]$service.RefreshLicenseStatus()
    }
    catch {
        return Get-ErrorWords $_
    }
    finally {
        $script:Mak = $null
        [GC]::Collect()
    }
    return ''
}

# Activates the installed key of a year by phone. Gives what went wrong, or nothing.
function Start-PhoneActivation($year) {
    try {
        $product = Get-EsuLicence $year
        $installation = [string]$product.OfflineInstallationId
        Say 'phone-call' $year.Name ($installation -replace '(.{6})(?=.)', '$1 ')
        $answer = $ConfirmationId
        if (-not $answer) {
            if ($Unattended) {
                Stop-Here 14 'phone-wait' $year.Number
            }
            $answer = Read-Host -Prompt (Get-Words 'phone-ask')
        }
        [void]$product.DepositOfflineConfirmationId($installation, ($answer -replace '[^0-9]', ''))
        $service = Get-WmiObject -Class SoftwareLicensingService -ErrorAction Stop
        [void]$service.RefreshLicenseStatus()
    }
    catch {
        return Get-ErrorWords $_
    }
    return ''
}

# Lists the licences that have a key, to find the Activation ID that no source gives.
function Show-Licences {
    $query = 'SELECT Name, ID, LicenseStatus FROM SoftwareLicensingProduct WHERE PartialProductKey IS NOT NULL'
    foreach ($product in @(Get-WmiObject -Query $query -ErrorAction SilentlyContinue)) {
        Say 'licence-line' $product.Name $product.ID $product.LicenseStatus
    }
}

trap {
    Write-Host (Get-ErrorWords $_)
    Add-Content -Path $LogPath -Value ((Get-Date -Format s) + ' ' + (Get-ErrorWords $_) + ' [17]') -Encoding UTF8
    exit 17
}

if (-not $LogPath) {
    $folder = Join-Path $env:ProgramData 'EsuKit'
    if (-not (Test-Path $folder)) {
        [void](New-Item -ItemType Directory -Path $folder)
    }
    $LogPath = Join-Path $folder 'Install-Esu.log'
}
if (-not $Route) {
    $Route = $Kit.Route
}
if (-not (Get-Command Get-WmiObject -ErrorAction SilentlyContinue)) {
    Stop-Here 16 'wrong-powershell'
}
if (@('Online', 'Phone', 'Vamt') -notcontains $Route) {
    Stop-Here 16 'no-such-route' $Route
}
Say 'begin' $Kit.Group $Kit.Programme $LogPath

# An Activation ID that the plan can't know is given by the operator.
foreach ($entry in $Years) {
    if ((-not $entry.Id) -and $ActivationId) {
        $entry.Id = $ActivationId
    }
}
$wantedYears = @($Year -split '[,; ]+' | Where-Object { $_ })
$chosen = @()
foreach ($entry in $Years) {
    if ($wantedYears.Count -gt 0) {
        if ($wantedYears -contains [string]$entry.Number) {
            $chosen += $entry
        }
    }
    elseif ($entry.Use -ne 'Later') {
        $chosen += $entry
    }
}
if ($chosen.Count -eq 0) {
    Stop-Here 16 'no-such-year' $Year
}
if (-not (Test-Administrator)) {
    Stop-Here 15 'not-administrator'
}
$problem = Get-SystemProblem
if ($problem) {
    Stop-Here 11 'as-it-is' $problem
}
Say 'system' $script:SystemName
if ($script:SystemRemark) {
    Say 'as-it-is' $script:SystemRemark
}

# A year that is only worth having counts once its key is there.
$open = @()
foreach ($entry in $chosen) {
    $counts = (($entry.Use -ne 'Back') -or ($wantedYears.Count -gt 0) -or (Test-Key $entry))
    if ($counts -and (-not (Test-Licensed $entry))) {
        $open += $entry
    }
}
if ($open.Count -eq 0) {
    Stop-Here 0 'already'
}

Find-Prerequisites @($Assume -split '[,; ]+')
foreach ($line in $script:Report) {
    Say 'as-it-is' $line
}
if ($script:Missing.Count -gt 0) {
    Stop-Here 10 'prerequisites-missing' ($script:Missing -join '; ')
}
if (Test-RestartPending) {
    Stop-Here 3010 'restart-needed'
}
if ($Route -eq 'Vamt') {
    Stop-Here 13 'by-vamt'
}

# Keys: what is piped in, else what is typed.
$asked = $false
if ($KeyFromInput) {
    foreach ($given in $Piped) {
        $script:Mak = ([string]$given -replace '[^A-Za-z0-9-]', '').ToUpper()
        if ($script:Mak) {
            $asked = $true
            $problem = Install-Mak
            if ($problem) {
                Stop-Here 12 'key-refused' $problem
            }
        }
    }
    $given = $null
    $Piped = $null
}
else {
    foreach ($entry in $chosen) {
        if ((Test-Key $entry) -or $Unattended) {
            continue
        }
        if ($entry.Use -eq 'Back') {
            Enter-Mak (Get-Words 'ask-optional' $entry.Name)
        }
        else {
            Enter-Mak (Get-Words 'ask' $entry.Name)
        }
        $script:Mak = ([string]$script:Mak -replace '[^A-Za-z0-9-]', '').ToUpper()
        if (-not $script:Mak) {
            continue
        }
        $asked = $true
        $problem = Install-Mak
        if ($problem) {
            Stop-Here 12 'key-refused' $problem
        }
        Say 'key-taken' $entry.Name
    }
}
foreach ($entry in $chosen) {
    if (-not $entry.Id) {
        Show-Licences
        Stop-Here 14 'id-needed'
    }
    if (($entry.Use -eq 'Back') -and ($wantedYears.Count -eq 0)) {
        continue
    }
    if (-not (Test-Key $entry)) {
        if ($asked) {
            Stop-Here 12 'other-key' $entry.Name
        }
        Stop-Here 14 'no-key' $entry.Name
    }
}
if ($KeyOnly) {
    Stop-Here 0 'key-only'
}

foreach ($entry in $chosen) {
    if ((-not (Test-Key $entry)) -or (Test-Licensed $entry)) {
        continue
    }
    if ($Route -eq 'Phone') {
        $problem = Start-PhoneActivation $entry
    }
    else {
        $problem = Start-Activation $entry
    }
    if ($problem) {
        Say 'activation-problem' $entry.Name $problem
    }
}
$failed = @()
foreach ($entry in $chosen) {
    if (Test-Licensed $entry) {
        Say 'licensed' $entry.Name $entry.Id
    }
    elseif (($entry.Use -ne 'Back') -or ($wantedYears.Count -gt 0) -or (Test-Key $entry)) {
        $failed += $entry.Name
    }
}
if ($failed.Count -gt 0) {
    Stop-Here 13 'not-activated' ($failed -join '; ')
}
Stop-Here 0 'done'
