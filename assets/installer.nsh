; Taken into the Windows installer. The clinic's data is never touched: it lies outside of the program's folder.

!macro customInstall
  ; The folder that everybody on this computer may share; users (S-1-5-32-545) may write in it. Only when installed for all.
  ${if} $installMode == "all"
    ReadEnvStr $0 "ProgramData"
    CreateDirectory "$0\Clinic Desk"
    nsExec::Exec 'icacls "$0\Clinic Desk" /grant *S-1-5-32-545:(OI)(CI)M'
  ${endif}
!macroend

!macro customUnInstall
  ; The program registers clinic-desk:// links for each user by itself.
  DeleteRegKey HKCU "Software\Classes\clinic-desk"
!macroend
