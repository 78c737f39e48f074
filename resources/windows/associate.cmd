@echo off
rem Workshops open with this program on a double-click, for the person who is logged in; run it in its folder.
rem With the word "remove" behind it, that ends.
set "TYPES=HKCU\Software\Classes"
if /i "%~1"=="remove" goto remove
reg add "%TYPES%\.facilitator" /ve /d "Facilitator.Workshop" /f || exit /b 1
reg add "%TYPES%\Facilitator.Workshop" /ve /d "Facilitator workshop" /f || exit /b 1
reg add "%TYPES%\Facilitator.Workshop\DefaultIcon" /ve /d "\"%~dp0facilitator.exe\",0" /f || exit /b 1
reg add "%TYPES%\Facilitator.Workshop\shell\open\command" /ve /d "\"%~dp0facilitator.exe\" \"%%1\"" /f || exit /b 1
exit /b 0
:remove
reg delete "%TYPES%\.facilitator" /f
reg delete "%TYPES%\Facilitator.Workshop" /f
exit /b 0
