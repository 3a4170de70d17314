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

POLICY = """POSITION ANNOUNCEMENT

Title: Policy Analyst II
Department: City Planning
Location: Portland, Oregon
Salary Range: $68,120.00 - $91,520.00 Annually
Opening Date: 11/02/2026
Closing Date: 12/04/2026 11:59 PM Pacific

The Position
The Policy Analyst II conducts research and prepares reports for City Council.

Essential Duties and Responsibilities
1. Conducts policy research and writes reports.
2. Manages public engagement processes.

Minimum Qualifications
Bachelor's degree in public policy, planning or a closely related field; AND
Three (3) years of progressively responsible experience in policy analysis; OR
Any equivalent combination of education and experience.

Knowledge, Skills and Abilities
Knowledge of municipal government.
Ability to communicate clearly, orally and in writing.
Proficiency with GIS and Microsoft Excel.

Preferred Qualifications
Master's degree
Fluency in Spanish

Physical Requirements
Must be able to sit for long periods.

Equal Opportunity Employer
We do not discriminate.
"""

SUCCESS = """Customer Success Manager (German speaking)
Brightloop · Dublin, County Dublin, Ireland · Reposted 2 weeks ago · Over 100 applicants
€45,000/yr - €52,000/yr
Hybrid
Full-time
Easy Apply
Save
About the job
At Brightloop, we're on a mission to make feedback easy.

The Role:

We are looking for a CSM to own a portfolio of 40 mid-market accounts in DACH.

What you'll be doing:

Onboard new customers and drive adoption
Run quarterly business reviews
Spot upsell opportunities and work with Sales to close them

What you'll bring:

Native-level German and fluent English
2+ years in Customer Success or Account Management in SaaS
Experience with Gainsight, HubSpot or similar tools
A data-driven mindset
Bonus points for Dutch or French

Why Brightloop?

Stock options
Pension
Dog-friendly office

Brightloop is an equal opportunity employer.
"""

DESIGNER = """Product Designer Senior
CDI
Paris
Télétravail fréquent
Salaire : 50K à 60K €
Expérience : > 4 ans
Éducation : Bac +5 / Master

L'entreprise
Lumio aide 2 000 PME à gérer leur énergie. Fondée en 2019, Lumio compte 80 Lumios.

Descriptif du poste
Tu rejoins l'équipe Produit (4 designers).
🎯 Tes missions
👉 Concevoir les parcours de bout en bout, de la recherche à la livraison
👉 Animer des ateliers avec les utilisateurs
👉 Faire vivre notre design system sur Figma

🙌 Ton profil
✅ 4 ans d'expérience minimum en product design, dans un contexte B2B SaaS
✅ Une maîtrise parfaite de Figma
✅ Tu parles anglais couramment
➕ Une première expérience en recherche utilisateur serait un vrai plus

Ce qu'on t'offre
🍽️ Carte Swile
🏝️ RTT

Déroulement des entretiens
1. Appel avec Zoé
2. Cas pratique
"""

COORDINATOR = """Job Title: Operations Coordinator
Location: Remote/Hybrid (Austin, TX)
Type: Full-time

About the Role:

We are seeking an organised Operations Coordinator to support our field teams.

Key Responsibilities

- Scheduling: Plan the weekly rota for 30 technicians
- Reporting: Prepare dashboards in Excel
- Vendors: Negotiate with suppliers and track purchase orders

Required Skills and Qualifications

Hard skills
- Proficiency in Excel (pivot tables, lookups)
- Experience with an ERP, e.g. SAP or NetSuite
- Associate's degree or higher

Soft skills
- Strong communication
- Ability to stay calm under pressure

Desired

- Lean Six Sigma Green Belt
- Spanish (conversational)

Pay: $24-$28/hr
"""

TRAINEE = """Stage Assistant marketing digital (H/F) - 6 mois à partir de mars 2027

Kalia, marque de cosmétiques naturels, recherche un(e) stagiaire en marketing digital pour rejoindre son équipe à Montpellier.

Au programme :
- Gérer nos réseaux sociaux (Instagram, TikTok)
- Rédiger des articles de blog optimisés SEO
- Suivre les campagnes Google Ads

Ce que nous recherchons :
- Étudiant(e) en école de commerce ou master marketing
- Une première expérience (stage, alternance) en marketing
- À l'aise avec Canva et la suite Google
- Orthographe irréprochable
- Bonus : tu montes des vidéos

Gratification : 700 € / mois + tickets resto
"""

LETTER = """Hi all,

My cousin's restaurant, The Copper Pot, is after a sous chef. It's a full-time job in Galway, about €38k.
You'd run the pass three nights a week and look after ordering. They want someone with at least two years in a
busy kitchen who knows HACCP inside out. A bit of pastry would be lovely. Driving licence needed because of
the early market runs. Mail sean@copperpot.example by 20 January 2027.
"""

ALL = (
    NURSE,
    BARISTA,
    ACCOUNTANT,
    DRIVER,
    SCIENTIST,
    WRAPPED,
    BARE,
    BLANKS,
    POLICY,
    SUCCESS,
    DESIGNER,
    COORDINATOR,
    TRAINEE,
    LETTER,
)
