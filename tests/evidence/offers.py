"""Offers as they are pasted, of several trades, for the tests that read them."""

NURSE = """Registered Nurse – Acute Medical Unit (Band 5)
St Brannock's NHS Trust
Location: Barnstaple, Devon
Salary: £29,970 to £36,483 a year
Contract: Permanent, full-time (37.5 hours)
Closing date: 14 January 2027

Main duties of the job
• Assess, plan, implement and evaluate patient care
• Support student nurses

Qualifications
Essential criteria
• NMC registration
• Degree or diploma in nursing
Desirable criteria
• Mentorship qualification

Experience
Essential criteria
• At least 12 months' post-registration experience
Desirable criteria
• Phlebotomy and cannulation

Benefits
• NHS pension
• 27 days leave
"""

BARISTA = """BARISTA – PART TIME

Our little cafe is growing and we need a friendly barista (20-25 hrs/week, £12.50 per hour plus tips).

You'll be making coffee and chatting to our regulars.

You should have at least 6 months' experience as a barista. A food hygiene certificate would be great but isn't essential.

To apply, pop in with your CV or email hello@beanthere.example before 3rd February.
"""

ACCOUNTANT = """Comptable général (H/F) - CDI - Nantes (44)

ENTREPRISE
Le groupe Atlantis Distribution (350 collaborateurs, 80 M€ de CA) est un acteur majeur de la distribution agricole.

POSTE
Rattaché(e) au Directeur Administratif et Financier, vous assurez la tenue de la comptabilité de deux filiales.
À ce titre, vos missions sont les suivantes :
- Saisie et contrôle des factures fournisseurs
- Établissement des déclarations de TVA

PROFIL
De formation Bac+2/3 en comptabilité, vous justifiez d'une expérience de 3 ans minimum, idéalement en cabinet.
Vous maîtrisez Excel et un ERP (SAP apprécié).
Anglais professionnel souhaité.

CONDITIONS
Salaire : 32 à 36 K€ brut annuel selon profil
Poste à pourvoir dès que possible
"""

DRIVER = """Chauffeur livreur PL (H/F)

Transports Morvan recherche un chauffeur livreur PL pour son agence de Dijon.

Missions : chargement du camion, livraison de clients professionnels.

Permis C et FIMO à jour obligatoires. CACES R489 cat. 3 souhaité. Vous êtes ponctuel et avez le sens du service.

Contrat : CDD de 6 mois renouvelable - 12,80 €/h
Poste à pourvoir immédiatement. Pour postuler, envoyez votre CV.
"""

SCIENTIST = """Data Scientist
Zephyr Health · Paris, France (Hybrid) · Full-time

About the job

Zephyr Health is building the operating system of hospitals. Join us!

What you'll do
You will design models that predict patient flow.

Who you are
You have 3-5 years of experience in data science or machine learning.
You are fluent in Python and SQL, and comfortable with PyTorch or TensorFlow.
You speak English fluently; French is a plus.

Don't tick every box? Apply anyway.

What we offer
€55k - €70k, 2 days remote, health insurance.
"""

WRAPPED = """We are looking for a Backend Engineer to join our platform team. You will design and build
high-throughput Python services, owning the full lifecycle from schema design to deployment.

Requirements: 4+ years of professional Python experience; deep knowledge of async programming
with asyncio; strong grasp of SQL query optimization, indexing strategies, and Redis caching
patterns. You take ownership of reliability — on-call rotations are part of the role.
"""

BARE = """Frontend developer

- React, TypeScript
- 3 years experience
- nice to have: GraphQL
- remote ok
"""

BLANKS = """Marketing Manager

Requirements

5+ years in B2B marketing

HubSpot or Salesforce

Nice to have

Spanish

Our process

- A call with us
- A test at home
"""

ALL = (NURSE, BARISTA, ACCOUNTANT, DRIVER, SCIENTIST, WRAPPED, BARE, BLANKS)
