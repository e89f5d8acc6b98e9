; The installer of Windows, by nsis without plug-ins of others:
;   makensis -DSOURCE=DIR -DVERSION=0.1.0 -DSIZE=KILOBYTES -DNODE=PATH_IN_SOURCE -DSTART=ARGUMENTS -DPROGRAM=PATH_IN_SOURCE
;     -DTOOLS=DIR -DOUT=FILE.exe installer.nsi
; The new version is unpacked beside the old one and takes its place by a rename. If the installer is killed, the program folder
; has one whole version or is absent, and the next run finishes the work.
; Exit codes: 3 a charge is open, 4 the till did not end, 5 a program of the folder still runs. Nothing was changed then.
Unicode true
Target amd64-unicode
!ifdef TRIAL
  SetCompressor zlib
!else
  SetCompressor /SOLID lzma
!endif
!include LogicLib.nsh

Name "Balcão"
OutFile "${OUT}"
InstallDir "$PROGRAMFILES64\Balcao"
RequestExecutionLevel admin
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\br.com.balcao.till"
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Balcão"
VIAddVersionKey "CompanyName" "Balcão"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "Instalador do Balcão"
VIAddVersionKey "LegalCopyright" "Balcão"
Page instfiles
UninstPage uninstConfirm
UninstPage instfiles

!macro Refuse CODE TEXT
  MessageBox MB_OK|MB_ICONSTOP "${TEXT}" /SD IDOK
  SetErrorLevel ${CODE}
  Quit
!macroend

; Ends a running till by its local API. Takes the Node and the script from the temporary folder of the installer.
!macro StopTill un
Function ${un}StopTill
  ReadEnvStr $1 "ProgramData"
  nsExec::ExecToLog '"$0" "$PLUGINSDIR\stop-till.mjs" "$1\Balcao"'
  Pop $2
  ${If} $2 == 3
    !insertmacro Refuse 3 "Há uma cobrança aberta no Balcão. Termine ou cancele a cobrança no caixa e tente de novo."
  ${ElseIf} $2 != 0
    !insertmacro Refuse 4 "O Balcão está aberto e não fechou. Feche o caixa e tente de novo."
  ${EndIf}
FunctionEnd
!macroend
!insertmacro StopTill ""
!insertmacro StopTill "un."

Section
  SetRegView 64
  SetShellVarContext all
  InitPluginsDir
  ; An earlier run was killed between its two renames: the old version comes back first.
  ${IfNot} ${FileExists} "$INSTDIR\*.*"
  ${AndIf} ${FileExists} "$INSTDIR.old\*.*"
    Rename "$INSTDIR.old" "$INSTDIR"
  ${EndIf}
  RMDir /r "$INSTDIR.new"
  RMDir /r "$INSTDIR.old"

  ClearErrors
  SetOutPath "$INSTDIR.new"
  File /r "${SOURCE}/*"
  WriteUninstaller "$INSTDIR.new\uninstall.exe"
  SetOutPath "$INSTDIR.new\installer"
  File "${TOOLS}/*.mjs"
  SetOutPath "$PLUGINSDIR"
  File "${TOOLS}/*.mjs"
  ${If} ${Errors}
    RMDir /r "$INSTDIR.new"
    !insertmacro Refuse 2 "O Balcão não foi instalado: falta espaço em disco ou permissão. A versão anterior não mudou."
  ${EndIf}

  StrCpy $0 "$INSTDIR.new\${NODE}"
  Call StopTill
  ${If} ${FileExists} "$INSTDIR\*.*"
    ClearErrors
    Rename "$INSTDIR" "$INSTDIR.old"
    ${If} ${Errors}
      RMDir /r "$INSTDIR.new"
      !insertmacro Refuse 5 "O Balcão está aberto. Feche o caixa e tente de novo."
    ${EndIf}
  ${EndIf}
  ClearErrors
  Rename "$INSTDIR.new" "$INSTDIR"
  ${If} ${Errors}
    Rename "$INSTDIR.old" "$INSTDIR"
    !insertmacro Refuse 5 "O Balcão não foi instalado: outro programa usa a pasta. A versão anterior não mudou."
  ${EndIf}
  RMDir /r "$INSTDIR.old"

  SetOutPath "$INSTDIR"
  CreateDirectory "$SMPROGRAMS"
  CreateShortcut "$SMPROGRAMS\Balcão.lnk" "$INSTDIR\${PROGRAM}" '${START}'
  WriteRegStr HKLM "${KEY}" "DisplayName" "Balcão"
  WriteRegStr HKLM "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKLM "${KEY}" "Publisher" "Balcão"
  WriteRegStr HKLM "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegDWORD HKLM "${KEY}" "EstimatedSize" ${SIZE}
  WriteRegDWORD HKLM "${KEY}" "NoModify" 1
  WriteRegDWORD HKLM "${KEY}" "NoRepair" 1
  WriteRegStr HKLM "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKLM "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
SectionEnd

Section Uninstall
  SetRegView 64
  SetShellVarContext all
  InitPluginsDir
  CopyFiles /SILENT "$INSTDIR\installer\*.mjs" "$PLUGINSDIR"
  StrCpy $0 "$INSTDIR\${NODE}"
  Call un.StopTill
  Delete "$SMPROGRAMS\Balcão.lnk"
  DeleteRegKey HKLM "${KEY}"
  RMDir /r "$INSTDIR.old"
  RMDir /r "$INSTDIR.new"
  ; The data of the shop lies in %ProgramData%\Balcao and stays.
  RMDir /r "$INSTDIR"
SectionEnd
