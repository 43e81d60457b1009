@echo off
setlocal
rem Starts zhai from its application folder. What the options are for stands in the file zhai beside this one.
set "APP=%~dp0.."
set CACHE=zhai
if "%~1"=="" set CACHE=help
for %%c in (--help --version -h help) do if "%~1"=="%%c" set CACHE=help
for %%c in (search list show similar tags open status) do if "%~1"=="%%c" set CACHE=read
for %%c in (add note tag edit remove) do if "%~1"=="%%c" set CACHE=write
set COMPILER=-XX:TieredStopAtLevel=1
for %%c in (import export fetch reindex check extract) do if "%~1"=="%%c" set CACHE=bulk& set COMPILER=-XX:Tier4InvocationThreshold=80000 -XX:Tier4MinInvocationThreshold=9600 -XX:Tier4CompileThreshold=240000 -XX:Tier4BackEdgeThreshold=640000 -XX:+UseCompactObjectHeaders -XX:PretenureSizeThreshold=32k -XX:MaxTenuringThreshold=2
if "%~1"=="fetch" set COMPILER=%COMPILER% -XX:FreqInlineSize=70 -XX:InlineSmallCode=800 -Xmn24m
if "%~1"=="serve" set CACHE=serve& set COMPILER=-XX:+TieredCompilation
"%APP%\runtime\bin\java" ^
  %COMPILER% -XX:+UseSerialGC -XX:-UsePerfData ^
  "-XX:AOTCache=%APP%\lib\%CACHE%.aot" -Xlog:disable ^
  --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow ^
  -Djava.awt.headless=true -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 ^
  "-Dorg.sqlite.lib.path=%APP%\lib" "-Dzhai.app=%APP%" -jar "%APP%\lib\zhai.jar" %*
exit /b %ERRORLEVEL%
