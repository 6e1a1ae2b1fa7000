# ---------------------------------------------------------------------------------------------
# What all scripts of the kit share. Written for PowerShell 2.0, which Windows 7 comes with; it
# needs Windows PowerShell (powershell.exe), because PowerShell 7 has no Get-WmiObject.
# ---------------------------------------------------------------------------------------------
$ErrorActionPreference = 'Continue'
$RegExe = Join-Path $env:SystemRoot 'System32\reg.exe'

# A text of this script with its places filled in.
function Get-Words($id) {
    return $Text[$id] -f $args
}

# The code of an error as Windows writes it, with what the plan knows of it.
function Get-ErrorWords($record) {
    $problem = $record.Exception
    while ($problem.InnerException) {
        $problem = $problem.InnerException
    }
    $code = ''
    if ($problem.ErrorCode) {
        $code = '0x{0:X8}' -f [int]$problem.ErrorCode
    }
    if ($code -and $KnownErrors[$code]) {
        return "${code}: " + $KnownErrors[$code]
    }
    return ("$code " + $problem.Message).Trim()
}

# Whether the script runs as an administrator.
function Test-Administrator {
    $identity = [Security.Principal.WindowsIdentity]::GetCurrent()
    $principal = New-Object Security.Principal.WindowsPrincipal($identity)
    return $principal.IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)
}

# What is wrong with this system; nothing when it is the plan's. An edition that the plan's data
# does not name is let through with a remark.
function Get-SystemProblem {
    $os = Get-WmiObject -Class Win32_OperatingSystem -ErrorAction Stop
    $script:SystemName = '{0} ({1})' -f $os.Caption.Trim(), $os.Version
    $script:SystemRemark = ''
    if ($os.Version -ne $System.Version) {
        return Get-Words 'wrong-version' $script:SystemName $System.Name $System.Version
    }
    $isServer = ($os.ProductType -ne 1)
    if ($isServer -ne $System.IsServer) {
        return Get-Words 'wrong-version' $script:SystemName $System.Name $System.Version
    }
    if ([int]$os.ServicePackMajorVersion -lt $System.ServicePack) {
        return Get-Words 'wrong-service-pack' $System.ServicePack
    }
    $number = [int]$os.OperatingSystemSKU
    if ($System.Refused -contains $number) {
        return Get-Words 'wrong-edition' $script:SystemName
    }
    if (($System.Expected.Count -gt 0) -and ($System.Expected -notcontains $number)) {
        $script:SystemRemark = Get-Words 'other-edition' $number
    }
    return ''
}

# The numbers of the updates that are on this system: from the list of installed updates and from
# the component store, where one that a later one replaced is still known.
function Get-InstalledUpdates {
    $found = @{}
    foreach ($fix in @(Get-WmiObject -Class Win32_QuickFixEngineering -ErrorAction SilentlyContinue)) {
        if ($fix.HotFixID) {
            $found[([string]$fix.HotFixID).ToUpper()] = $true
        }
    }
    $store = 'HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\Packages'
    $update = ''
    foreach ($line in @(& $RegExe query $store /s /v CurrentState /reg:64)) {
        if ($line -match '\\Package_.*for_(KB[0-9]+)~[^\\]*$') {
            $update = $matches[1].ToUpper()
        }
        elseif ($line -match '\\Package_') {
            $update = ''
        }
        # 0x50 is replaced by a later one, 0x70 installed, 0x80 permanent.
        elseif ($update -and ($line -match 'CurrentState\s+REG_DWORD\s+0x(50|70|80)\s*$')) {
            $found[$update] = $true
        }
    }
    return $found
}

# Whether the system is at a build or past it, as 19045.6456.
function Test-Build($build) {
    $wanted = @($build.Split('.'))
    $os = Get-WmiObject -Class Win32_OperatingSystem -ErrorAction Stop
    if ([int]$os.BuildNumber -ne [int]$wanted[0]) {
        return ([int]$os.BuildNumber -gt [int]$wanted[0])
    }
    $key = 'HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
    foreach ($line in @(& $RegExe query $key /v UBR /reg:64)) {
        if ($line -match 'UBR\s+REG_DWORD\s+0x([0-9a-f]+)') {
            return ([Convert]::ToInt32($matches[1], 16) -ge [int]$wanted[1])
        }
    }
    return $false
}

# Looks for the prerequisites in their order. Afterwards $Report has a line for each, $Missing
# those that are not there, and $Unseen those of which a later update may stand for the number.
function Find-Prerequisites($assumed) {
    $script:Report = @()
    $script:Missing = @()
    $script:Unseen = @()
    if ($Prerequisites.Count -eq 0) {
        return
    }
    $installed = Get-InstalledUpdates
    $there = @{}
    foreach ($wanted in $Prerequisites) {
        foreach ($update in $wanted.Updates) {
            if ($installed[$update]) {
                $there[$wanted.Id] = $update
            }
        }
        if ((-not $there[$wanted.Id]) -and $wanted.Build -and (Test-Build $wanted.Build)) {
            $there[$wanted.Id] = Get-Words 'by-build' $wanted.Build
        }
        if ((-not $there[$wanted.Id]) -and ($assumed -contains $wanted.Id)) {
            $there[$wanted.Id] = Get-Words 'by-hand'
        }
    }
    foreach ($wanted in $Prerequisites) {
        $shown = ''
        foreach ($other in $wanted.ShownBy) {
            if ($there[$other]) {
                $shown = $there[$other]
            }
        }
        if ($there[$wanted.Id]) {
            $script:Report += Get-Words 'is-there' $wanted.Name $there[$wanted.Id]
        }
        elseif ($shown) {
            $script:Report += Get-Words 'is-shown' $wanted.Name $shown
        }
        elseif ($wanted.LaterCounts -and (Test-Definition)) {
            $script:Report += Get-Words 'is-unseen' $wanted.Name $wanted.Id
            $script:Unseen += $wanted.Name
        }
        else {
            $script:Report += Get-Words 'is-missing' $wanted.Name
            $script:Missing += $wanted.Name
        }
    }
}

# Whether Windows waits for a restart that an update has asked for.
function Test-RestartPending {
    $key = 'HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\RebootPending'
    & $RegExe query $key /reg:64 2>&1 | Out-Null
    return ($LASTEXITCODE -eq 0)
}

# The licence of a year as Windows has it; nothing while Windows does not know it.
function Get-EsuLicence($year) {
    if (-not $year.Id) {
        return $null
    }
    $query = "SELECT * FROM SoftwareLicensingProduct WHERE ID='" + $year.Id + "'"
    foreach ($product in @(Get-WmiObject -Query $query -ErrorAction SilentlyContinue)) {
        return $product
    }
    return $null
}

# Whether Windows knows the licence of one of the years, which it learns from the updates.
function Test-Definition {
    foreach ($year in $Years) {
        if (Get-EsuLicence $year) {
            return $true
        }
    }
    return $false
}

# Whether the key of a year is installed.
function Test-Key($year) {
    $product = Get-EsuLicence $year
    return ($product -and $product.PartialProductKey)
}

# Whether a year is licensed.
function Test-Licensed($year) {
    $product = Get-EsuLicence $year
    return ($product -and ($product.LicenseStatus -eq 1))
}

# Activates the installed key of a year over the internet. Gives what went wrong, or nothing.
function Start-Activation($year) {
    try {
        $product = Get-EsuLicence $year
        [void]$product.Activate()
        $service = Get-WmiObject -Class SoftwareLicensingService -ErrorAction Stop
        [void]$service.RefreshLicenseStatus()
    }
    catch {
        return Get-ErrorWords $_
    }
    return ''
}
