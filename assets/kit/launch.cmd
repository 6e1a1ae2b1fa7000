@echo off
setlocal EnableExtensions DisableDelayedExpansion
rem @@HEAD@@
rem @@MADE@@
@@CODES@@
rem Starts Install-Esu.ps1 with what it is given here. A key is no argument: it is asked for, or
rem piped in with -KeyFromInput.
"%SystemRoot%\System32\WindowsPowerShell\v1.0\powershell.exe" -NoProfile -ExecutionPolicy Bypass -File "%~dp0Install-Esu.ps1" %*
exit /b %ERRORLEVEL%
