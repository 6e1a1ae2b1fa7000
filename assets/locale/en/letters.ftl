# Ready requests to those who sell ESU and its keys. What only the sender knows stands in square brackets.

letters-to = To
letters-subject = Subject
letters-attach = Attach
letters-for-your-files = For your files, not to be sent: the FAQ entries behind this letter
letters-basis = { $part }: { $faq }
letters-part-opening = Opening
letters-part-urgency = Urgency
letters-part-request = Request { $number }

letters-blank-organisation = [name of the organisation]
letters-blank-sender = [your name and position]
letters-blank-contact = [your telephone number and e-mail address]
letters-blank-oem = [the device’s OEM]
letters-blank-system = [system]
letters-blank-currency = [currency]
letters-blank-number = [number]
letters-blank-agreement = [name of the agreement]

letters-greeting = Dear Sir or Madam,
letters-on-behalf = On behalf of { $organisation },
letters-on-behalf-of-customer = On behalf of our customer, { $organisation },
letters-please = Please:
letters-closing = We would be grateful for your answer by [date]. If you need anything more from us, please let us know.
letters-regards = Yours faithfully,

letters-year = year { $year } ({ $first } to { $last })
letters-owned-year = year { $year }: { $count }
letters-owned = ESU licences held: { $years }
letters-in-use-until = in use until { $day }
letters-urgent = The systems are already without security updates, so we would like to place the order as soon as possible.

letters-attach-orders = the order lines as a table (CSV)
letters-attach-devices = a list of the devices with models and serial numbers

letters-order-now = To be ordered now:
letters-order-later = To be ordered later, for our budget:
letters-order-line = { $sku }, coverage year { $year }
letters-order-line-dated = { $sku }, coverage year { $year } ({ $first } to { $last })
letters-back-year = back year
letters-back-charge = billed back
letters-quantity = { $count } × { $unit }
letters-order-by = order by { $day }

letters-ask-price = quote the net unit price in { $currency } and the total of each line, say until when the quote is valid, and mark prices that may still change.
letters-ask-back-years = confirm that the back years marked above can be ordered together with the current year.
letters-ask-back-charge = state the charge for the time before the order and how it is worked out.

letters-quote-to = Your Microsoft account team or licensing partner (LSP)
letters-quote-subject = Request for a quote: Extended Security Updates for { $systems } – { $organisation }
letters-quote-opening = { $behalf } we ask you for a quote for Extended Security Updates (ESU) for { $systems }. We would like to buy through volume licensing: { $agreement }, number [agreement number].
letters-quote-ask-items = confirm that the agreement carries these items, and give the item number of each.
letters-quote-ask-lower-price = confirm the lower price for devices that are under Software Assurance or used only by people with a Windows Enterprise subscription, and say what proof you need.
letters-quote-ask-assurance = confirm that the Software Assurance or subscription of the servers, enrolment [enrolment number], gives the right to ESU, and until when.
letters-quote-ask-keys = say under which licence ID and from when we will find the keys (MAK) of each year, and how many activations each key has. Please send no key by e-mail: we read it in the licensing portal ourselves.
letters-quote-ask-evidence = show our purchase order number on the confirmation and on the invoice, and say what else we need to prove the purchase when we register the servers.

letters-csp-to = Your CSP partner
letters-csp-to-provider = Your indirect provider (CSP)
letters-csp-subject = Request for an offer: Extended Security Updates for { $systems } – { $organisation }
letters-csp-opening = { $behalf } we ask you for an offer for Extended Security Updates (ESU) for { $systems }, bought through Cloud Solution Provider (CSP).
letters-csp-ask-items = name the item of your price list for each line, so that product and coverage year can be checked before the order.
letters-csp-ask-tenant = order for our tenant: [tenant ID, or “we have none yet”]. Say what else must be there before the order, for example the accepted Microsoft Customer Agreement.
letters-csp-ask-tenant-known = order for our tenant: [tenant ID]. Say what else must be there before the order, for example the accepted Microsoft Customer Agreement.
letters-csp-ask-tenant-missing = say what you need to set up or find our tenant, whose ID we do not have yet, and what else must be there before the order, for example the accepted Microsoft Customer Agreement.
letters-csp-ask-tenant-customer = order for the customer’s tenant: [tenant ID]. Say what else must be there before the order, for example the accepted Microsoft Customer Agreement.
letters-csp-ask-keys = say when the keys (MAK) will be there, one for each year, and agree with us on a safe way to hand them over. Please send no key by e-mail.
letters-csp-ask-activations = say how many activations each key has and how more are asked for, should they run out.
letters-csp-ask-more-activations = say how many activations each key has. Devices are reinstalled while ESU runs, so please say too what you need to ask for more.
letters-csp-ask-terms = say on which invoice the order will stand and until when and how a line can be cancelled or refunded.
letters-csp-ask-support = name the contact for problems with ESU keys and updates, and what that help costs.

letters-oem-subject = Extended Security Updates for { $systems }: years, price and keys
letters-oem-opening = { $behalf } we write to you as the OEM of devices that run { $systems }. Extended Security Updates (ESU) for this software come only through the OEM, so we ask you for an offer.
letters-oem-devices = The devices:
letters-oem-line = { $system }: { $count ->
    [one] { $count } device
   *[other] { $count } devices
}, model [model] (group “{ $group }”)
letters-oem-line-uncounted = { $system }: [number] devices, model [model] (group “{ $group }”)
letters-oem-terms = The ESU years that are not over yet, as we know them:
letters-oem-ask-contract = say whether an EPSO contract (Ecosystem Partner Servicing Offering) covers these devices, and if not, how and with whom it is made.
letters-oem-ask-contract-partly = say which of these devices the EPSO contract (Ecosystem Partner Servicing Offering) covers, and how the others are added to it.
letters-oem-ask-contract-stands = confirm that the EPSO contract (Ecosystem Partner Servicing Offering) covers all these devices, and until when.
letters-oem-ask-years = confirm which ESU years you sell for each model and until which day, and whether earlier years have to be bought too.
letters-oem-ask-price = quote the price for one device and year, with the smallest order and the way to order.
letters-oem-ask-updates = list the updates that must be on the device first, and say how the monthly updates reach it.
letters-oem-ask-keys = say how the ESU keys are activated, also without the internet, and agree with us on a safe way to hand them over. Please send no key by e-mail.
letters-oem-ask-contact = name the contact for ESU on these devices.

letters-free-key-to = Your Microsoft account team
letters-free-key-subject = Request for the 5×5 key: Extended Security Updates for { $systems }
letters-free-key-opening = { $behalf } we ask you for the key for Extended Security Updates (ESU) that comes at no cost with the hosting of our virtual machines with { $systems }.
letters-free-key-machines = The virtual machines:
letters-free-key-line = { $system }: { $count } (group “{ $group }”); host: [name of the host and Azure subscription]
letters-free-key-ask-key = provide the 5×5 key for these machines in a safe way. Please send no key by e-mail.
letters-free-key-ask-years = confirm for which years it holds and whether each year needs a key of its own.
letters-free-key-ask-way = say how many activations it has and what else must be in place on the machines.

letters-activations-to = Volume licensing support: the web form of VLSC (Contact Us → region → Support Web Form) or the Microsoft 365 admin center
letters-activations-subject = More activations of the ESU key (MAK) for { $systems }
letters-activations-opening = { $behalf } we ask for more activations of the key (MAK) for Extended Security Updates for { $systems }. Devices are reinstalled while ESU runs, and each reinstallation may use up an activation.
letters-activations-facts = The facts:
letters-activations-organisation = Organisation: { $organisation }
letters-activations-agreement = Agreement number: [agreement number]; licence ID: [licence ID]
letters-activations-key = Key: [name of the key as the portal shows it, never the key itself]
letters-activations-licences = Licences: { $licences }
letters-activations-shown = Activations shown: [number]
letters-activations-needed = Activations needed in all: [number]
letters-activations-reason = Reason: devices reinstalled or restored from an image; about [number] a year
letters-activations-ask-raise = raise the number of activations as stated above.
letters-activations-ask-missing = check the number that the portal shows against our licences, in case it is too low or a year’s key is missing there.
letters-activations-ask-confirm = confirm the new number. Please do not ask us for the key: we do not send keys.

letters-none = This plan needs no letters: nothing in it is asked for at an OEM, an account team or a partner.
