try {
    $problems = @(Get-Problems)
}
catch {
    $problems = @(Get-ErrorWords $_)
}
if ($problems.Count -eq 0) {
    Write-Output 'Compliant'
    exit 0
}
Write-Output ('NonCompliant: ' + ($problems -join '; '))
exit $FailureCode
