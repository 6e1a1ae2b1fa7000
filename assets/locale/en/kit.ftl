# The deployment kit: README, runbooks, and what scripts say.

kit-title = Deployment kit
kit-of = { $organisation } · made from the plan as of { $day }
kit-not-run = What was not tried: the PowerShell scripts were checked by an independent parser and by reading, but they have not been run on Windows. The batch files ran with stand-ins for the tools of Windows, not on Windows either. Try all of them on one machine of each group before you roll them out.
kit-made-from = { $programme }, plan as of { $day }, rule data edition { $edition }

kit-groups = Groups
kit-way-online = install the key of year { $year } with Install-Esu.ps1, activated over the internet
kit-way-phone = install the key of year { $year } with Install-Esu.ps1, activated by phone
kit-way-vamt = VAMT installs and activates the key of year { $year }; the scripts check the machine before and after
kit-way-host-key = install the key that Microsoft gives for the host with Install-Esu.ps1; it asks for the Activation ID too
kit-way-check = no key; the scripts check that the machine is ready
kit-way-flag = no key; the scripts check that the machine is ready and set what the entitlement needs
kit-way-arc = licensed in Azure; the script asks the agent of Azure Arc
kit-way-by-hand = runbook only
kit-way-nothing = nothing to deploy, no folder

kit-files = Files
kit-file-runbook = The steps of the group in order, with the commands, known errors and support, as text and as Markdown.
kit-file-install = Checks the system and the prerequisites in order, names what is missing, asks for the key, activates it and verifies that. Run it as an administrator. It needs Windows PowerShell 2.0 or later, which Windows 7 has; PowerShell 7 will not do.
kit-file-batch = The same from the Command Prompt. With activation over the internet it looks, activates and verifies with the tools of Windows alone and only the key goes through Install-Esu.ps1. It does not check edition and service pack. Messages are in plain letters, since code pages differ.
kit-file-configmgr = For a compliance baseline in Configuration Manager: script setting of type string, rule “Equals Compliant”. Detect-Esu.ps1 writes one line, “Compliant” or “NonCompliant: what is missing”, and always ends with 0.
kit-file-intune = For remediations in Intune: the same line, and 1 instead of 0 when something is missing. Let them run in 64-bit PowerShell with the system's account.
kit-file-index = Groups, years, Activation IDs and files of this kit for tools. The app also knows by it that it may replace this folder.

kit-order = Order
kit-order-read = Read the group's runbook. Purchase and preparation come first.
kit-order-pilot = Run Install-Esu.ps1 on one machine. It changes nothing before the system and all prerequisites are right.
kit-order-updates = Install what it names as missing, in that order, restart, and run it again.
kit-order-keys = Roll it out. It may be run again at any time: what is installed or activated already is left alone, and it ends with 0.
kit-order-verify = Let Detect-Esu.ps1 report every day, and let Remediate-Esu.ps1 activate again where a key is installed but not licensed.

kit-parameters = What Install-Esu.ps1 takes
kit-parameter-year = Only these years; else all that are owned or ordered now. Later years of the plan are taken only when they are named here.
kit-parameter-input = Reads the keys from the pipeline, one a line. install-esu.cmd takes it too.
kit-parameter-unattended = Asks nothing; ends with 14 where something would have to be entered. install-esu.cmd takes it too.
kit-parameter-key-only = Installs the key and does not activate it.
kit-parameter-route = Another way to activate than the plan's.
kit-parameter-confirmation = The confirmation ID that the phone call gave, for one year.
kit-parameter-activation = The Activation ID, where the plan knows none.
kit-parameter-assume = Prerequisites that you have checked by hand, by the ids that the script shows.
kit-parameter-log = Where to write the log; else %ProgramData%\EsuKit\Install-Esu.log.

kit-exit-codes = Exit codes
kit-exit-0 = Done, or nothing was left to do
kit-exit-10 = Prerequisites are missing; they are named
kit-exit-11 = Another system, service pack or edition than the plan's
kit-exit-12 = The key was not accepted
kit-exit-13 = Not activated
kit-exit-14 = Something has to be entered, and nobody could be asked or nothing was given
kit-exit-15 = Not run as an administrator
kit-exit-16 = A wrong call: an unknown parameter, year or route, or PowerShell 7
kit-exit-17 = An error that was not expected; it is shown and in the log
kit-exit-3010 = A restart is needed before the key can be installed

kit-key = The key
kit-key-is-secret = The MAK is a secret, and nothing in this kit holds one. Install-Esu.ps1 asks for it without showing it or takes it from the pipeline, hands it to Windows by a method of WMI, so that it stands in no list of processes, and forgets it. It is in no log. “slmgr.vbs /ipk” as in the runbook shows the key on the command line while it runs; use it only where nobody else is signed in. Keep a file with keys only as long as the roll-out needs it. Windows itself keeps the last five characters of an installed key, as it does with every key. In memory the key can't be wiped with certainty: it is gone when PowerShell ends.

kit-by-hand = What can't be automated here
kit-by-hand-orders = Orders, agreements and the way to the keys: the runbooks say what to do, and no script orders anything.
kit-by-hand-updates = The scripts install no updates: use your update tool, in the order that they name. Of later updates that count as well only some numbers are known; what can't be seen by its number is reported as not seen, and is no hindrance where Windows already knows the ESU licence.
kit-by-hand-vamt = VAMT and phone calls: the scripts check, but the host and the call need a person. With -ConfirmationId the second half of a phone activation runs unattended.
kit-by-hand-others = Devices whose ESU comes through the OEM: keys and instructions are the OEM's, and no script is made for them.
kit-by-hand-azure = Licences in Azure: what is created, linked and paid there is not done from the server.

kit-runbook = Runbook: { $group }
kit-runbook-keys = Install-Esu.ps1 beside this file looks for the prerequisites, installs the key without showing it, activates it and verifies that. The commands for the key below are for work without it.
kit-runbook-vamt = Install-Esu.ps1 beside this file looks for the prerequisites before VAMT installs the key, and checks afterwards that it is licensed. The commands for the key below are for work by hand.
kit-year = year { $year } ({ $start } – { $end })
kit-host-key = the key for this host

kit-script-install = Installs and activates the ESU key. Group: { $group }
kit-script-detect = Tells whether a machine is covered. Group: { $group }
kit-script-remediate = Activates an installed ESU key. Group: { $group }
kit-script-remediate-flag = Sets what the entitlement needs. Group: { $group }
kit-script-data = From the plan; nothing below this block differs between groups.
kit-script-id = No source gives the Activation ID. Put it between the quotation marks once you know it.
kit-batch = Installs and activates the ESU key.
kit-batch-usage = Only -Unattended and -KeyFromInput are known here.

# What scripts say. $a, $b and $c are filled in while they run.
kit-say-activation-problem = Not activated, { $a }: { $b }
kit-say-already = Nothing to do: everything is licensed.
kit-say-as-it-is = { $a }
kit-say-ask = MAK for { $a }
kit-say-ask-optional = MAK for { $a }, optional, Enter to go on without
kit-say-begin = { $a } · { $b } · log: { $c }
kit-say-by-build = build { $a }
kit-say-by-hand = checked by hand
kit-say-by-operator = Not activated, { $a }: it needs a person, by phone or VAMT
kit-say-by-vamt = The machine is ready. VAMT installs and activates the key; run this again afterwards.
kit-say-done = Done.
kit-say-exit-code = Exit code { $a }, log: { $b }
kit-say-flag-failed = Can't be set: { $a }
kit-say-flag-missing = Not set: { $a }
kit-say-id-needed = The plan knows no Activation ID. Find the ESU licence in the list above and run this again with -ActivationId.
kit-say-id-unknown = The plan knows no Activation ID; put it into this script
kit-say-is-missing = Missing: { $a }
kit-say-is-shown = Not needed any more or surely there, by { $b }: { $a }
kit-say-is-there = There, by { $b }: { $a }
kit-say-is-unseen = Not seen by its number, a later one may stand for it: { $a } (id { $b })
kit-say-key-only = The key is installed; it was not activated.
kit-say-key-refused = The key was not accepted: { $a }
kit-say-key-taken = The key was accepted: { $a }
kit-say-licence-line = { $a } · { $b } · status { $c }
kit-say-licensed = Licensed: { $a }, { $b }
kit-say-no-agent = The agent of Azure Arc (azcmagent) is not installed
kit-say-no-key = No key is installed: { $a }
kit-say-no-section = The agent says nothing of { $a }
kit-say-no-such-route = There is no route “{ $a }”; use Online, Phone or Vamt.
kit-say-no-such-year = The plan has no year “{ $a }” for this group.
kit-say-not-a-key = it is not five groups of five characters
kit-say-not-activated = Not activated: { $a }
kit-say-not-active = The agent does not say Active under { $a }
kit-say-not-administrator = Run this as an administrator.
kit-say-other-edition = The plan expects another edition (this one has the number { $a }); going on.
kit-say-other-key = The key was accepted, but it is not the key of { $a }.
kit-say-phone-ask = Confirmation ID
kit-say-phone-call = Call the Licensing Activation Center for { $a }. Installation ID: { $b }
kit-say-phone-wait = Waiting for the confirmation ID. Run this again with -Year { $a } -ConfirmationId and the ID.
kit-say-prerequisites-missing = Install these in order, restart and run this again: { $a }
kit-say-restart-needed = Restart first: an update waits for it
kit-say-system = System: { $a }
kit-say-wrong-edition = This edition does not qualify: { $a }
kit-say-wrong-powershell = Run this with Windows PowerShell (powershell.exe), not with PowerShell 7.
kit-say-wrong-service-pack = Service Pack { $a } is missing
kit-say-wrong-version = This is { $a }; the plan is for { $b } ({ $c })
