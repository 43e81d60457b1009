@echo off
setlocal
rem Starts zhai from its application folder. What the options are for stands in the file zhai beside this one.
set "APP=%~dp0.."
"%APP%\runtime\bin\java" ^
  -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData ^
  "-XX:AOTCache=%APP%\lib\zhai.aot" -Xlog:disable ^
  --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow ^
  -Djava.awt.headless=true -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 ^
  "-Dorg.sqlite.lib.path=%APP%\lib" "-Dzhai.app=%APP%" -jar "%APP%\lib\zhai.jar" %*
exit /b %ERRORLEVEL%
