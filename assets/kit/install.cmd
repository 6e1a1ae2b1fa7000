@echo off
setlocal EnableExtensions DisableDelayedExpansion
rem @@HEAD@@
rem @@MADE@@
@@CODES@@
rem The key is never read here: Install-Esu.ps1 asks for it and hands it to Windows, so that it
rem stands on no command line. Everything else is done with the tools of Windows itself, none of
rem which may read what is piped in for that script.
set "HERE=%~dp0"
set "TOOLS=%SystemRoot%\System32"
set "REGEXE=%TOOLS%\reg.exe"
set "FINDEXE=%TOOLS%\find.exe"
set "WMICEXE=%TOOLS%\wbem\wmic.exe"
set "CSCRIPTEXE=%TOOLS%\cscript.exe"
set "FLTMCEXE=%TOOLS%\fltmc.exe"
set "PSEXE=%TOOLS%\WindowsPowerShell\v1.0\powershell.exe"
set "STORE=HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing"
set "LIST=%TEMP%\esu-kit-%RANDOM%-%RANDOM%.txt"
set "ARGUMENTS="

:arguments
if "%~1"=="" goto administrator
if /i "%~1"=="-Unattended" goto take
if /i "%~1"=="-KeyFromInput" goto take
echo @@USAGE@@
exit /b 16
:take
set "ARGUMENTS=%ARGUMENTS% %~1"
shift /1
goto arguments

:administrator
"%FLTMCEXE%" <nul >nul 2>&1
if not errorlevel 1 goto system
echo @@T:not-administrator@@
exit /b 15

:system
set "BUILD="
for /f "tokens=3" %%a in ('%REGEXE% query "HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion" /v CurrentBuildNumber /reg:64 2^>nul ^| %FINDEXE% "CurrentBuildNumber"') do set "BUILD=%%a"
if "%BUILD%"=="@@BUILD@@" goto licences
echo @@WRONG@@
exit /b 11

:licences
rem @@CURRENT@@
call :licensed @@CURRENTID@@
if not errorlevel 1 goto already

"%WMICEXE%" qfe get HotFixID <nul 2>nul | "%FINDEXE%" "KB" > "%LIST%"
"%REGEXE%" query "%STORE%\Packages" /reg:64 <nul 2>nul | "%FINDEXE%" "_for_KB" >> "%LIST%"
@@LOOK@@
set "MISSING="
@@JUDGE@@
del "%LIST%" >nul 2>&1
if not defined MISSING goto restart
echo @@MISSING@@
exit /b 10

:restart
"%REGEXE%" query "%STORE%\RebootPending" /reg:64 >nul 2>&1
if errorlevel 1 goto key
echo @@T:restart-needed@@
exit /b 3010

:key
call :haskey @@CURRENTID@@
if not errorlevel 1 goto activate
"%PSEXE%" -NoProfile -ExecutionPolicy Bypass -File "%HERE%Install-Esu.ps1" -KeyOnly%ARGUMENTS%
if errorlevel 1 exit /b %ERRORLEVEL%

:activate
@@ACTIVATE@@
call :licensed @@CURRENTID@@
if not errorlevel 1 goto done
echo @@NOTACTIVATED@@
exit /b 13

:already
echo @@T:already@@
exit /b 0

:done
echo @@T:done@@
exit /b 0

:year
call :haskey %~1
if errorlevel 1 exit /b 0
call :licensed %~1
if not errorlevel 1 exit /b 0
"%CSCRIPTEXE%" //nologo "%TOOLS%\slmgr.vbs" /ato %~1
exit /b 0

:licensed
"%WMICEXE%" path SoftwareLicensingProduct where "ID='%~1'" get LicenseStatus /value <nul 2>nul | "%FINDEXE%" "LicenseStatus=1" >nul
exit /b %ERRORLEVEL%

:haskey
"%WMICEXE%" path SoftwareLicensingProduct where "ID='%~1' and PartialProductKey is not null" get ID /value <nul 2>nul | "%FINDEXE%" "ID=" >nul
exit /b %ERRORLEVEL%

:known
"%WMICEXE%" path SoftwareLicensingProduct where "ID='%~1'" get ID /value <nul 2>nul | "%FINDEXE%" "ID=" >nul
exit /b %ERRORLEVEL%

:look
"%FINDEXE%" "%~2" "%LIST%" >nul 2>&1
if not errorlevel 1 set "%~1=%~2"
exit /b 0

:revision
set "UBR=0"
for /f "tokens=3" %%a in ('%REGEXE% query "HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion" /v UBR /reg:64 2^>nul ^| %FINDEXE% "UBR"') do set /a UBR=%%a
if %UBR% GEQ %~1 exit /b 0
exit /b 1
