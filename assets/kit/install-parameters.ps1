param (
    [string]$Year = '',
    [switch]$KeyFromInput,
    [switch]$Unattended,
    [switch]$KeyOnly,
    [string]$Route = '',
    [string]$ConfirmationId = '',
    [string]$ActivationId = '',
    [string]$Assume = '',
    [string]$LogPath = ''
)

# What is piped in is read first: it can be read once only.
$Piped = @()
if ($KeyFromInput) {
    foreach ($given in $input) {
        $Piped += [string]$given
    }
    $given = $null
}
