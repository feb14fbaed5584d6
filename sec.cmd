@echo off
rem Runs sec on Windows, as the script sec does elsewhere: builds it on first use or when a source is
rem newer than the build, finds a JDK 21 or newer (JAVA_HOME, java on the PATH, the usual folders),
rem and leaves standard output to sec alone.
rem   SEC_JAVA_OPTS  further options for java, such as -Xmx8g or -Dai.djl.offline=false
rem Labels instead of blocks in parentheses: a path such as "C:\Program Files (x86)" would end one.
setlocal EnableExtensions DisableDelayedExpansion

set "HOME_DIR=%~dp0"
set "HOME_DIR=%HOME_DIR:~0,-1%"
set "TARGET=%HOME_DIR%\cli\target"
set "JAR=%TARGET%\sec.jar"
set "LOG=%TARGET%\sec-build.log"
set "STAMP=%TARGET%\sec-build.stamp"
set "LOCK=%HOME_DIR%\cli\.sec-build.lock"
set "JDK="
set "JRE="
set "OLD="

rem --- the system -----------------------------------------------------------------------------------
rem A 32-bit shell on a 64-bit system has the truth in the second variable.
set "CPU=%PROCESSOR_ARCHITECTURE%"
if defined PROCESSOR_ARCHITEW6432 set "CPU=%PROCESSOR_ARCHITEW6432%"
if /i "%CPU%"=="AMD64" goto jdk
>&2 echo sec: Windows %CPU% is not supported: libtorch comes for Linux x64 and arm64, macOS arm64 and Windows x64
exit /b 3

rem --- a JDK ----------------------------------------------------------------------------------------
:jdk
if defined JAVA_HOME call :consider "%JAVA_HOME%"
if defined JDK goto built
rem java itself knows its home: what lies on the PATH may be a copy that only calls it.
set "HOME_OF_JAVA="
for /f "tokens=1,* delims==" %%a in ('java -XshowSettings:properties -version 2^>^&1 ^| findstr /c:"java.home ="') do set "HOME_OF_JAVA=%%b"
if defined HOME_OF_JAVA call :consider "%HOME_OF_JAVA:~1%"
if defined JDK goto built
for %%r in ("%ProgramFiles%\Java" "%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%ProgramFiles%\Amazon Corretto" "%ProgramFiles%\BellSoft" "%LOCALAPPDATA%\Programs\Eclipse Adoptium" "%USERPROFILE%\.jdks" "%USERPROFILE%\.sdkman\candidates\java" "%USERPROFILE%\scoop\apps") do call :folder "%%~r"
if defined JDK goto built
if defined JRE goto only_jre
if defined OLD >&2 echo sec: there is no JDK 21 or newer, only %OLD%
if not defined OLD >&2 echo sec: there is no JDK 21 or newer
>&2 echo sec: install one (such as Temurin, https://adoptium.net), or set JAVA_HOME to it
exit /b 3
:only_jre
>&2 echo sec: %JRE% has no javac: it is a JRE, and sec compiles the Java that it generates
>&2 echo sec: install a JDK 21 or newer (such as Temurin, https://adoptium.net), or set JAVA_HOME to one
exit /b 3

:folder
if not exist "%~1\" exit /b 0
for /d %%d in ("%~1\*") do call :consider "%%~d"
rem scoop's folders have the version one further down, the newest as "current".
for /d %%d in ("%~1\*jdk*") do call :consider "%%~d\current"
exit /b 0

rem Takes the Java in folder %1 if it will do and none has been taken; else remembers why not.
:consider
if defined JDK exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
set "VERSION="
if exist "%~1\release" for /f "usebackq tokens=1,2 delims==" %%a in ("%~1\release") do if "%%a"=="JAVA_VERSION" set "VERSION=%%~b"
if not defined VERSION exit /b 0
rem "21.0.5" is 21, "1.8.0_402" is 1.
for /f "delims=.-+_" %%v in ("%VERSION%") do set "VERSION=%%v"
if %VERSION% LSS 21 set "OLD=%~1 (Java %VERSION%)" & exit /b 0
if not exist "%~1\bin\javac.exe" set "JRE=%~1 (Java %VERSION%)" & exit /b 0
set "JDK=%~1"
rem From JDK 24 on Java warns, on standard error, of what protobuf does at its start.
set "QUIET="
if %VERSION% GEQ 24 set "QUIET=--sun-misc-unsafe-memory-access=allow"
rem What the JVM keeps of one start for the next ones: since JDK 25 linked classes and profiles, before that classes.
set "CACHE=%TARGET%\sec.jsa" & set "KEEP=ArchiveClassesAtExit" & set "USE=SharedArchiveFile"
if %VERSION% GEQ 25 set "CACHE=%TARGET%\sec.aot" & set "KEEP=AOTCacheOutput" & set "USE=AOTCache"
exit /b 0

rem --- the build ------------------------------------------------------------------------------------
:built
call :due
if not defined WHY goto run
where mvn >nul 2>nul
if errorlevel 1 goto no_maven
set "WAITING="
:lock
mkdir "%LOCK%" 2>nul
if not errorlevel 1 goto locked
if not exist "%LOCK%\" goto not_writable
rem A batch file has no number to leave in the lock. The build writes into its log; an old lock
rem beside a log at rest is left from a build that was killed.
powershell -NoProfile -Command "$old = (Get-Date).AddMinutes(-10); $new = Get-Item -Force -ErrorAction SilentlyContinue $env:LOCK, $env:LOG | Where-Object { $_.LastWriteTime -gt $old }; if ($new) { exit 1 }"
if not errorlevel 1 rmdir "%LOCK%" 2>nul & goto lock
if not defined WAITING >&2 echo sec: waiting for the build that another sec has begun
set "WAITING=yes"
ping -n 2 127.0.0.1 >nul
goto lock

:locked
rem Another sec may have built it meanwhile.
call :due
if not defined WHY goto unlock
if not exist "%TARGET%\" mkdir "%TARGET%" 2>nul
type nul >"%LOG%"
if errorlevel 1 rmdir "%LOCK%" & goto not_writable
if "%WHY%"=="first" >&2 echo sec: first use: building (about a minute; log in %LOG%)
if "%WHY%"=="sources" >&2 echo sec: the sources have changed: building (log in %LOG%)
rem Now: what is saved while the build runs is newer.
type nul >"%STAMP%.new"
del /q "%TARGET%\sec.aot" "%TARGET%\sec.jsa" 2>nul
rem Maven's toolchains look for variables of this form.
set "JAVA21_HOME=%JDK%"
set "KEPT=%JAVA_HOME%"
if not exist "%JAVA_HOME%\bin\java.exe" set "JAVA_HOME="
if not defined JAVA_HOME set "JAVA_HOME=%JDK%"
pushd "%HOME_DIR%"
call mvn -q -B -Dmaven.test.skip=true -P "!static-analysis" -pl cli -am package >"%LOG%" 2>&1 <nul
set "RESULT=%ERRORLEVEL%"
popd
set "JAVA_HOME=%KEPT%"
if not "%RESULT%"=="0" goto build_failed
if not exist "%JAR%" goto build_failed
rem A short command takes a third less with it. It works without, too.
"%JDK%\bin\java.exe" %QUIET% --enable-native-access=ALL-UNNAMED -Djdk.console=java.base -Djava.awt.headless=true -Dai.djl.offline=true -Xlog:disable %SEC_JAVA_OPTS% -XX:%KEEP%="%CACHE%" -cp "%JAR%;%TARGET%\lib\*" sec.cli.TypicalCommands "%TARGET%\typical" >nul 2>nul <nul
move /y "%STAMP%.new" "%STAMP%" >nul
:unlock
rmdir "%LOCK%" 2>nul
goto run

rem Sets WHY to first or sources when a build is due: a source newer than the stamp. Only what goes
rem into the build is looked at: neither tests nor the .senet files of who works beside it.
:due
set "WHY="
if not exist "%STAMP%" set "WHY=first" & exit /b 0
if not exist "%JAR%" set "WHY=sources" & exit /b 0
powershell -NoProfile -Command "$built = (Get-Item $env:STAMP).LastWriteTime; Set-Location -LiteralPath $env:HOME_DIR; if (Get-ChildItem pom.xml, */pom.xml, grammar/*.g4, specs/std, specs/models, specs/experiments, */src/main -Recurse -File -ErrorAction SilentlyContinue | Where-Object { $_.LastWriteTime -gt $built } | Select-Object -First 1) { exit 1 }"
if errorlevel 1 set "WHY=sources"
exit /b 0

:no_maven
>&2 echo sec: Maven (mvn) is missing, and sec has to be built
>&2 echo sec: install Maven 3.8 or newer: scoop install maven, choco install maven, or https://maven.apache.org/download.cgi
exit /b 3

:not_writable
>&2 echo sec: cannot write to %HOME_DIR%\cli, where the build has to go
exit /b 3

:build_failed
del /q "%STAMP%.new" 2>nul
rmdir "%LOCK%" 2>nul
findstr /i /c:"could not transfer" /c:"unknown host" /c:"offline mode" /c:"connection refused" /c:"connection reset" /c:"connection timed out" /c:"network is unreachable" /c:"name resolution" "%LOG%" >nul
if not errorlevel 1 goto no_network
powershell -NoProfile -Command "Get-Content -Tail 15 $env:LOG | ForEach-Object { [Console]::Error.WriteLine($_) }"
>&2 echo sec: the build failed (was another sec running? Windows keeps its files locked); all that Maven said: %LOG%
exit /b 3
:no_network
>&2 echo sec: the build could not download what it needs: is there a network, or a proxy to tell Maven of?
>&2 echo sec: all that Maven said: %LOG%
exit /b 3

rem --- sec ------------------------------------------------------------------------------------------
:run
set "SHARE="
if exist "%CACHE%" set SHARE=-XX:%USE%="%CACHE%"
rem A command that is over soon is over sooner without the compiler for code that runs long.
set "BRIEF=-XX:TieredStopAtLevel=1"
for %%C in (train run eval verify bench) do if "%~1"=="%%C" set "BRIEF="
rem Threads that wait must not spin: with anything else on the cores that costs most of the speed. The
rem other launcher has them spin briefly, by a name that is not known here.
if not defined OMP_WAIT_POLICY set "OMP_WAIT_POLICY=PASSIVE"
"%JDK%\bin\java.exe" %QUIET% %BRIEF% --enable-native-access=ALL-UNNAMED -Djdk.console=java.base -Djava.awt.headless=true -Dai.djl.offline=true -Xlog:disable %SEC_JAVA_OPTS% %SHARE% -cp "%JAR%;%TARGET%\lib\*" sec.cli.Main %*
exit /b %ERRORLEVEL%
