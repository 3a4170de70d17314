<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AlreadyThere</name>
    <message>
        <source>Open it</source>
        <translation>L’ouvrir</translation>
    </message>
    <message>
        <source>Untitled offer</source>
        <translation>Offre sans titre</translation>
    </message>
    <message>
        <source>You have this offer already: {name} ({status}).</source>
        <translation>Vous avez déjà cette offre : {name} ({status}).</translation>
    </message>
</context>
<context>
    <name>Answer</name>
    <message>
        <source>Not saved yet</source>
        <translation>Pas encore enregistré</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Enregistré</translation>
    </message>
    <message>
        <source>What you wrote before is still kept until you write something else.</source>
        <translation>Ce que vous aviez écrit reste gardé jusqu’à ce que vous écriviez autre chose.</translation>
    </message>
    <message>
        <source>You may leave this out.</source>
        <translation>Vous pouvez passer cette question.</translation>
    </message>
</context>
<context>
    <name>AppearanceSection</name>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>Langue de la fenêtre</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>The window speaks it when JobMatch is opened again.</source>
        <translation>La fenêtre la parlera à la prochaine ouverture de JobMatch.</translation>
    </message>
</context>
<context>
    <name>ApplicationTable</name>
    <message>
        <source>Applications</source>
        <translation>Candidatures</translation>
    </message>
</context>
<context>
    <name>ApplicationTableModel</name>
    <message>
        <source>As the offer words it</source>
        <translation>Dans les mots de l’offre</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Entreprise</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Date limite</translation>
    </message>
    <message>
        <source>Last touched</source>
        <translation>Modifiée</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Match: not known yet</source>
        <translation>Score : pas encore connu</translation>
    </message>
    <message>
        <source>Match: {score} of 100</source>
        <translation>Score : {score} sur 100</translation>
    </message>
    <message>
        <source>Nothing was found in this offer that a fact could answer</source>
        <translation>Rien dans cette offre à quoi un fait puisse répondre</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Intitulé</translation>
    </message>
    <message>
        <source>Untitled offer</source>
        <translation>Offre sans intitulé</translation>
    </message>
</context>
<context>
    <name>ApplicationsPage</name>
    <message>
        <source>Add an offer</source>
        <translation>Ajouter une offre</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Delete the application</source>
        <translation>Supprimer la candidature</translation>
    </message>
    <message>
        <source>Delete “{name}”?</source>
        <translation>Supprimer «&#xa0;{name}&#xa0;»&#xa0;?</translation>
    </message>
    <message>
        <source>Its CV, letter, versions and notes go with it. This cannot be undone.</source>
        <translation>Son CV, sa lettre, ses versions et ses notes disparaissent avec elle. C’est définitif.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>No application fits this search.</source>
        <translation>Aucune candidature ne correspond à cette recherche.</translation>
    </message>
    <message>
        <source>No application yet: add an offer you want to answer.</source>
        <translation>Aucune candidature pour l’instant&#xa0;: ajoutez une offre à laquelle vous voulez répondre.</translation>
    </message>
    <message>
        <source>Reading the applications</source>
        <translation>Lecture des candidatures</translation>
    </message>
    <message>
        <source>Search the applications</source>
        <translation>Rechercher dans les candidatures</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>The applications could not be read.</source>
        <translation>Les candidatures n’ont pas pu être lues.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Try with a sample</source>
        <translation>Essayer avec un exemple</translation>
    </message>
    <message>
        <source>Untitled offer</source>
        <translation>Offre sans intitulé</translation>
    </message>
    <message>
        <source>{title} at {company}</source>
        <translation>{title} chez {company}</translation>
    </message>
</context>
<context>
    <name>BesidePanel</name>
    <message>
        <source>Keep all mine</source>
        <translation>Garder tous les miens</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Endroit suivant</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>Endroit précédent</translation>
    </message>
    <message>
        <source>Use this</source>
        <translation>Prendre</translation>
    </message>
    <message>
        <source>You had changed this, and it was written anew</source>
        <translation>Vous l’aviez modifié, et il a été réécrit</translation>
    </message>
    <message>
        <source>Yours stands</source>
        <translation>Le vôtre reste</translation>
    </message>
    <message>
        <source>There is no other</source>
        <translation>Il n’y en a pas d’autre</translation>
    </message>
    <message>
        <source>Use both</source>
        <translation>Les deux</translation>
    </message>
    <message>
        <source>Written anew</source>
        <translation>Réécrit</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} sur {count}</translation>
    </message>
</context>
<context>
    <name>BesideWays</name>
    <message>
        <source>Nothing was written anew where you changed the words.</source>
        <translation>Rien n’a été réécrit là où vous avez modifié le texte.</translation>
    </message>
    <message>
        <source>This part is being written. Stop it to write here yourself.</source>
        <translation>Cette partie est en cours de rédaction. Arrêtez-la pour écrire ici vous-même.</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>The lines of your profile</source>
        <translation>Les lignes de votre profil</translation>
    </message>
</context>
<context>
    <name>Cards</name>
    <message>
        <source>in use</source>
        <translation>utilisée</translation>
    </message>
</context>
<context>
    <name>Coach</name>
    <message>
        <source>1 line was added to your profile.</source>
        <translation>1 ligne a été ajoutée à votre profil.</translation>
    </message>
    <message>
        <source>1 word is kept.</source>
        <translation>1 mot est gardé.</translation>
    </message>
    <message>
        <source>A success</source>
        <translation>Une réussite</translation>
    </message>
    <message>
        <source>About {takes} s to say, of {seconds} s</source>
        <translation>Environ {takes} s à dire, sur {seconds} s</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Answered by another JobMatch program</source>
        <translation>Un autre programme JobMatch répond</translation>
    </message>
    <message>
        <source>Asking what it offers</source>
        <translation>Lui demande ce qu’il offre</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>In the model&apos;s words, without what you did not say</source>
        <translation>Avec les mots du modèle, sans ce que vous n’avez pas dit</translation>
    </message>
    <message>
        <source>In your words</source>
        <translation>Avec vos mots</translation>
    </message>
    <message>
        <source>Interview</source>
        <translation>Entretien</translation>
    </message>
    <message>
        <source>It has no model yet. Get one on the page of models, then look again.</source>
        <translation>Il n’a pas encore de modèle. Prenez-en un à la page des modèles, puis regardez à nouveau.</translation>
    </message>
    <message>
        <source>It is not running. Start it, then look again.</source>
        <translation>Il n’est pas lancé. Lancez-le, puis regardez à nouveau.</translation>
    </message>
    <message>
        <source>It offers no model that writes.</source>
        <translation>Il n’offre aucun modèle qui écrive.</translation>
    </message>
    <message>
        <source>Left out: “{sentence}” {why}</source>
        <translation>Écarté : « {sentence} » {why}</translation>
    </message>
    <message>
        <source>Line of a job</source>
        <translation>Ligne d’un poste</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>Chargement du modèle</translation>
    </message>
    <message>
        <source>Looking for models</source>
        <translation>Recherche de modèles</translation>
    </message>
    <message>
        <source>No answer yet, asking again in {seconds} s</source>
        <translation>Pas encore de réponse, nouvelle demande dans {seconds} s</translation>
    </message>
    <message>
        <source>Not set up yet: give its address or key in the settings.</source>
        <translation>Pas encore configuré : donnez son adresse ou sa clé dans les réglages.</translation>
    </message>
    <message>
        <source>Nothing of the model&apos;s words stands.</source>
        <translation>Rien des mots du modèle ne tient.</translation>
    </message>
    <message>
        <source>Nothing said yet</source>
        <translation>Rien dit encore</translation>
    </message>
    <message>
        <source>Ollama is not installed. Install it, then look again.</source>
        <translation>Ollama n’est pas installé. Installez-le, puis regardez à nouveau.</translation>
    </message>
    <message>
        <source>One thing you did well, told as situation, task, action and result.</source>
        <translation>Une chose que vous avez réussie, racontée en situation, mission, action et résultat.</translation>
    </message>
    <message>
        <source>Pitch</source>
        <translation>Présentation</translation>
    </message>
    <message>
        <source>Pitch, 3 minutes</source>
        <translation>Présentation, 3 minutes</translation>
    </message>
    <message>
        <source>Pitch, 30 seconds</source>
        <translation>Présentation, 30 secondes</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projet</translation>
    </message>
    <message>
        <source>Questions an employer would ask about this offer, to practise your answers.</source>
        <translation>Les questions qu’un employeur poserait sur cette offre, pour exercer vos réponses.</translation>
    </message>
    <message>
        <source>Reading the talk</source>
        <translation>Lit l’échange</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Situation</source>
        <translation>Situation</translation>
    </message>
    <message>
        <source>Skill</source>
        <translation>Compétence</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Arrêté.</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>Réussite</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Mission</translation>
    </message>
    <message>
        <source>The answer did not come.</source>
        <translation>La réponse n’est pas venue.</translation>
    </message>
    <message>
        <source>The answer reached its greatest length.</source>
        <translation>La réponse a atteint sa longueur maximale.</translation>
    </message>
    <message>
        <source>The answer was interrupted.</source>
        <translation>La réponse a été interrompue.</translation>
    </message>
    <message>
        <source>The first message no longer fits what the model holds and is not sent to it</source>
        <translation>Le premier message ne tient plus dans ce que le modèle peut lire et ne lui est pas envoyé</translation>
    </message>
    <message>
        <source>The first {number} messages no longer fit what the model holds and are not sent to it</source>
        <translation>Les {number} premiers messages ne tiennent plus dans ce que le modèle peut lire et ne lui sont pas envoyés</translation>
    </message>
    <message>
        <source>The model answered nothing.</source>
        <translation>Le modèle n’a rien répondu.</translation>
    </message>
    <message>
        <source>The model refused to answer.</source>
        <translation>Le modèle a refusé de répondre.</translation>
    </message>
    <message>
        <source>The pitch is kept.</source>
        <translation>La présentation est gardée.</translation>
    </message>
    <message>
        <source>The same with an example or two, said in three minutes.</source>
        <translation>La même chose avec un ou deux exemples, dite en trois minutes.</translation>
    </message>
    <message>
        <source>The success is kept.</source>
        <translation>La réussite est gardée.</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>Réflexion</translation>
    </message>
    <message>
        <source>Thought for {seconds} s</source>
        <translation>A réfléchi {seconds} s</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>Attend son tour</translation>
    </message>
    <message>
        <source>Waiting, number {position} in line</source>
        <translation>En attente, numéro {position} dans la file</translation>
    </message>
    <message>
        <source>What it thought</source>
        <translation>Ce qu’il a pensé</translation>
    </message>
    <message>
        <source>Who you are and what you look for, said in half a minute.</source>
        <translation>Qui vous êtes et ce que vous cherchez, dit en une demi-minute.</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Écrit</translation>
    </message>
    <message>
        <source>You said nothing of it yet.</source>
        <translation>Vous n’en avez encore rien dit.</translation>
    </message>
    <message>
        <source>{number} lines were added to your profile.</source>
        <translation>{number} lignes ont été ajoutées à votre profil.</translation>
    </message>
    <message>
        <source>{number} words are kept.</source>
        <translation>{number} mots sont gardés.</translation>
    </message>
    <message>
        <source>{phase}, {seconds} s</source>
        <translation>{phase}, {seconds} s</translation>
    </message>
    <message>
        <source>{words}: too long</source>
        <translation>{words} : trop long</translation>
    </message>
</context>
<context>
    <name>CoachPage</name>
    <message>
        <source>Begin a new talk</source>
        <translation>Commencer un entretien</translation>
    </message>
    <message>
        <source>Go to the next pane</source>
        <translation>Aller au volet suivant</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>A model is still being downloaded.</source>
        <translation>Un modèle est encore en cours de téléchargement.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Close JobMatch</source>
        <translation>Fermer JobMatch</translation>
    </message>
    <message>
        <source>Close and lose them</source>
        <translation>Fermer et les perdre</translation>
    </message>
    <message>
        <source>Closing now loses them.</source>
        <translation>Fermer maintenant les fait perdre.</translation>
    </message>
    <message>
        <source>One document is still being written.</source>
        <translation>Un document est encore en cours de rédaction.</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Rester</translation>
    </message>
    <message>
        <source>The coach is still answering.</source>
        <translation>Le coach répond encore.</translation>
    </message>
    <message>
        <source>The download goes on from where it is when you download the model again.</source>
        <translation>Le téléchargement reprendra où il en est quand vous téléchargerez de nouveau le modèle.</translation>
    </message>
    <message>
        <source>The last changes are not saved.</source>
        <translation>Les dernières modifications ne sont pas enregistrées.</translation>
    </message>
    <message>
        <source>What came so far is kept, and you can continue next time.</source>
        <translation>Ce qui est déjà écrit est conservé, et vous pourrez continuer la prochaine fois.</translation>
    </message>
    <message>
        <source>{count} documents are still being written.</source>
        <translation>{count} documents sont encore en cours de rédaction.</translation>
    </message>
    <message>
        <source>{count} texts are still being written.</source>
        <translation>{count} textes sont encore en cours d’écriture.</translation>
    </message>
</context>
<context>
    <name>Detail</name>
    <message>
        <source>Added {added}, last touched {touched}</source>
        <translation>Ajoutée&#xa0;: {added}&#xa0;; modifiée&#xa0;: {touched}</translation>
    </message>
    <message>
        <source>Coach</source>
        <translation>Coach</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>No name in the CV</source>
        <translation>Pas de nom dans le CV</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>Offre</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Open its documents (Enter)</source>
        <translation>Ouvrir ses documents (Entrée)</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Practise what to say for this offer</source>
        <translation>S’exercer à ce qu’il faut dire pour cette offre</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>The chosen application</source>
        <translation>La candidature choisie</translation>
    </message>
    <message>
        <source>Untitled offer</source>
        <translation>Offre sans intitulé</translation>
    </message>
    <message>
        <source>What to remember of this application</source>
        <translation>Ce qu’il faut retenir de cette candidature</translation>
    </message>
    <message>
        <source>closes {deadline}</source>
        <translation>clôture&#xa0;: {deadline}</translation>
    </message>
</context>
<context>
    <name>DetailsPanel</name>
    <message>
        <source>Add a duty</source>
        <translation>Ajouter une mission</translation>
    </message>
    <message>
        <source>Add a requirement</source>
        <translation>Ajouter une exigence</translation>
    </message>
    <message>
        <source>As read</source>
        <translation>Comme lu</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Entreprise</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>Contrat</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Date limite</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Anglais</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Français</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Language of the offer</source>
        <translation>Langue de l’offre</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lieu</translation>
    </message>
    <message>
        <source>Put these fields back to what the text says</source>
        <translation>Remettre ces champs à ce que dit le texte</translation>
    </message>
    <message>
        <source>Requirements</source>
        <translation>Exigences</translation>
    </message>
    <message>
        <source>Salary</source>
        <translation>Salaire</translation>
    </message>
    <message>
        <source>The fields as read</source>
        <translation>Les champs comme lus</translation>
    </message>
    <message>
        <source>The letter names title and company as they stand here.</source>
        <translation>La lettre nomme le poste et l’entreprise tels qu’ils sont ici.</translation>
    </message>
    <message>
        <source>The offer does not say</source>
        <translation>L’offre ne le dit pas</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Poste</translation>
    </message>
    <message>
        <source>What was read from it</source>
        <translation>Ce qui y a été lu</translation>
    </message>
    <message>
        <source>What was read from the offer</source>
        <translation>Ce qui a été lu dans l’offre</translation>
    </message>
    <message>
        <source>What you will do</source>
        <translation>Vos missions</translation>
    </message>
</context>
<context>
    <name>DocumentCommands</name>
    <message>
        <source>Check spelling, or stop it</source>
        <translation>Vérifier l’orthographe, ou arrêter</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Find and replace</source>
        <translation>Rechercher et remplacer</translation>
    </message>
    <message>
        <source>Find the next place</source>
        <translation>Occurrence suivante</translation>
    </message>
    <message>
        <source>Find the place before</source>
        <translation>Occurrence précédente</translation>
    </message>
    <message>
        <source>Fold all sections</source>
        <translation>Replier toutes les sections</translation>
    </message>
    <message>
        <source>Fold the section that the caret is in, or show it</source>
        <translation>Replier la section où est le curseur, ou la montrer</translation>
    </message>
    <message>
        <source>Go to the next misspelt word</source>
        <translation>Aller au mot mal orthographié suivant</translation>
    </message>
    <message>
        <source>Go to the next words without a fact</source>
        <translation>Aller aux mots sans fait suivants</translation>
    </message>
    <message>
        <source>Go to the words without a fact before</source>
        <translation>Aller aux mots sans fait précédents</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texte plus grand</translation>
    </message>
    <message>
        <source>Make a list, or words again</source>
        <translation>En faire une liste, ou du texte</translation>
    </message>
    <message>
        <source>Move down what the caret is in</source>
        <translation>Descendre ce qui contient le curseur</translation>
    </message>
    <message>
        <source>Move up what the caret is in</source>
        <translation>Monter ce qui contient le curseur</translation>
    </message>
    <message>
        <source>Paste without form</source>
        <translation>Coller sans mise en forme</translation>
    </message>
    <message>
        <source>Put the selection in other words</source>
        <translation>Reformuler la sélection</translation>
    </message>
    <message>
        <source>Show all that is folded</source>
        <translation>Montrer tout ce qui est replié</translation>
    </message>
    <message>
        <source>Show the versions of this document</source>
        <translation>Afficher les versions de ce document</translation>
    </message>
    <message>
        <source>Show what was written anew beside your words</source>
        <translation>Montrer ce qui a été réécrit à côté de votre texte</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Texte plus petit</translation>
    </message>
    <message>
        <source>Spelling is checked.</source>
        <translation>L’orthographe est vérifiée.</translation>
    </message>
    <message>
        <source>Spelling is not checked.</source>
        <translation>L’orthographe n’est pas vérifiée.</translation>
    </message>
    <message>
        <source>Text at {percent} %</source>
        <translation>Texte à {percent} %</translation>
    </message>
    <message>
        <source>The text alone, or all again</source>
        <translation>Le texte seul, ou tout de nouveau</translation>
    </message>
    <message>
        <source>Usual size of text</source>
        <translation>Taille habituelle du texte</translation>
    </message>
    <message>
        <source>Versions of the {kind}</source>
        <translation>Versions : {kind}</translation>
    </message>
    <message>
        <source>Write the part that the caret is in anew</source>
        <translation>Réécrire la partie où se trouve le curseur</translation>
    </message>
</context>
<context>
    <name>DocumentEditor</name>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>This part is being written. Stop it to write here yourself.</source>
        <translation>Cette partie est en cours de rédaction. Arrêtez-la pour écrire ici vous-même.</translation>
    </message>
    <message>
        <source>Undo is possible again when the writing has ended.</source>
        <translation>L’annulation sera de nouveau possible une fois la rédaction terminée.</translation>
    </message>
</context>
<context>
    <name>DocumentPane</name>
    <message>
        <source>1 statement, with a fact</source>
        <translation>1 affirmation, avec un fait</translation>
    </message>
    <message>
        <source>1 statement, without a fact</source>
        <translation>1 affirmation, sans fait</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>Modifié</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Non enregistré</translation>
    </message>
    <message>
        <source>Save again</source>
        <translation>Réenregistrer</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Enregistré</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Enregistrement</translation>
    </message>
    <message>
        <source>Too long to be checked</source>
        <translation>Trop long pour être vérifié</translation>
    </message>
    <message>
        <source>{supported} of {all} statements have a fact</source>
        <translation>{supported} affirmations sur {all} ont un fait</translation>
    </message>
</context>
<context>
    <name>DocumentPreview</name>
    <message>
        <source>Choose the template, colours, fonts and pages (Ctrl+Shift+T)</source>
        <translation>Choisir la maquette, les couleurs, les polices et les pages (Ctrl+Maj+T)</translation>
    </message>
    <message>
        <source>Template: {name}</source>
        <translation>Maquette&#xa0;: {name}</translation>
    </message>
</context>
<context>
    <name>DownloadSection</name>
    <message>
        <source>Advice of {date}: models by the memory they need.</source>
        <translation>Conseil du {date} : modèles selon la mémoire nécessaire.</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Télécharger</translation>
    </message>
    <message>
        <source>Download a model</source>
        <translation>Télécharger un modèle</translation>
    </message>
    <message>
        <source>Download {model}, {size}, wants {memory} of memory</source>
        <translation>Télécharger {model}, {size}, demande {memory} de mémoire</translation>
    </message>
    <message>
        <source>Give the name of a model first.</source>
        <translation>Donnez d’abord le nom d’un modèle.</translation>
    </message>
    <message>
        <source>Good for</source>
        <translation>Utile pour</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>Installé</translation>
    </message>
    <message>
        <source>It is here already.</source>
        <translation>Il est déjà là.</translation>
    </message>
    <message>
        <source>It is on its way.</source>
        <translation>Il arrive.</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Mémoire</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Models are downloaded by Ollama, which does not answer.</source>
        <translation>Les modèles sont téléchargés par Ollama, qui ne répond pas.</translation>
    </message>
    <message>
        <source>Name of a model, such as llama3.2:3b</source>
        <translation>Nom d’un modèle, par exemple llama3.2:3b</translation>
    </message>
    <message>
        <source>Name of the model to download</source>
        <translation>Nom du modèle à télécharger</translation>
    </message>
    <message>
        <source>Ollama is being looked for.</source>
        <translation>Ollama est recherché.</translation>
    </message>
    <message>
        <source>This computer has {memory}.</source>
        <translation>Cet ordinateur a {memory}.</translation>
    </message>
    <message>
        <source>for this computer</source>
        <translation>pour cet ordinateur</translation>
    </message>
    <message>
        <source>too large for this computer</source>
        <translation>trop grand pour cet ordinateur</translation>
    </message>
</context>
<context>
    <name>DraftWays</name>
    <message>
        <source>Nothing here is written part by part: put the caret into a summary, a list or a paragraph.</source>
        <translation>Rien ne s’écrit ici partie par partie : placez le curseur dans un résumé, une liste ou un paragraphe.</translation>
    </message>
    <message>
        <source>This part is being written. Stop it to write here yourself.</source>
        <translation>Cette partie est en cours de rédaction. Arrêtez-la pour écrire ici vous-même.</translation>
    </message>
    <message>
        <source>You had changed the passage meanwhile: Ctrl+Z brings it back.</source>
        <translation>Vous aviez modifié ce passage entre-temps : Ctrl+Z le rétablit.</translation>
    </message>
</context>
<context>
    <name>Drafts</name>
    <message>
        <source>Another draft</source>
        <translation>Autre version</translation>
    </message>
    <message>
        <source>As I say…</source>
        <translation>Comme je le dis…</translation>
    </message>
    <message>
        <source>For this offer</source>
        <translation>Pour cette offre</translation>
    </message>
    <message>
        <source>Into English</source>
        <translation>En anglais</translation>
    </message>
    <message>
        <source>Into French</source>
        <translation>En français</translation>
    </message>
    <message>
        <source>Shorter</source>
        <translation>Plus court</translation>
    </message>
    <message>
        <source>Stronger verbs</source>
        <translation>Verbes plus forts</translation>
    </message>
</context>
<context>
    <name>DraftsPanel</name>
    <message>
        <source>As it stands</source>
        <translation>Tel quel</translation>
    </message>
    <message>
        <source>Four drafts are enough to choose from</source>
        <translation>Quatre versions suffisent pour choisir</translation>
    </message>
    <message>
        <source>How it should be put</source>
        <translation>Comment le dire</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>Laisser tel quel</translation>
    </message>
    <message>
        <source>Or say how: “without the word pager”</source>
        <translation>Ou dites comment : « sans le mot astreinte »</translation>
    </message>
    <message>
        <source>Other words</source>
        <translation>Autre formulation</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Use this</source>
        <translation>Utiliser</translation>
    </message>
</context>
<context>
    <name>Empty</name>
    <message>
        <source>Begin with your name</source>
        <translation>Commencer par votre nom</translation>
    </message>
    <message>
        <source>Drop a CV here, or choose one: PDF, Word, JSON Resume, LinkedIn, text.</source>
        <translation>Déposez un CV ici, ou choisissez-en un : PDF, Word, JSON Resume, LinkedIn, texte.</translation>
    </message>
    <message>
        <source>Import a CV</source>
        <translation>Importer un CV</translation>
    </message>
    <message>
        <source>Look at a sample</source>
        <translation>Voir un exemple</translation>
    </message>
    <message>
        <source>Your profile holds what is true of you: every document is written from it.</source>
        <translation>Votre profil contient ce qui est vrai de vous : chaque document est écrit à partir de lui.</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Export the {kind}</source>
        <translation>Exporter&#xa0;: {kind}</translation>
    </message>
</context>
<context>
    <name>Exports</name>
    <message>
        <source>CV or letter</source>
        <translation>CV ou lettre</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Écrit</translation>
    </message>
    <message>
        <source>reads back: {back} of {fields} fields</source>
        <translation>relu&#xa0;: {back} champs sur {fields}</translation>
    </message>
    <message>
        <source>the document&apos;s language</source>
        <translation>la langue du document</translation>
    </message>
    <message>
        <source>the employer</source>
        <translation>l’employeur</translation>
    </message>
    <message>
        <source>the post</source>
        <translation>le poste</translation>
    </message>
    <message>
        <source>today</source>
        <translation>la date du jour</translation>
    </message>
    <message>
        <source>your name</source>
        <translation>votre nom</translation>
    </message>
</context>
<context>
    <name>FactAdding</name>
    <message>
        <source>A certificate</source>
        <translation>Un certificat</translation>
    </message>
    <message>
        <source>A degree</source>
        <translation>Un diplôme</translation>
    </message>
    <message>
        <source>A language, with its level</source>
        <translation>Une langue, avec son niveau</translation>
    </message>
    <message>
        <source>A project</source>
        <translation>Un projet</translation>
    </message>
    <message>
        <source>A skill</source>
        <translation>Une compétence</translation>
    </message>
    <message>
        <source>Add the fact</source>
        <translation>Ajouter le fait</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Done as {job}</source>
        <translation>Fait comme {job}</translation>
    </message>
    <message>
        <source>The fact</source>
        <translation>Le fait</translation>
    </message>
    <message>
        <source>Where it belongs</source>
        <translation>Sa place</translation>
    </message>
    <message>
        <source>Write it as it is true. It becomes a line of your profile.</source>
        <translation>Écrivez-le tel que c’est vrai. Cela devient une ligne de votre profil.</translation>
    </message>
    <message>
        <source>Write the fact first.</source>
        <translation>Écrivez d’abord le fait.</translation>
    </message>
</context>
<context>
    <name>FactChooser</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>No fact says this. Search for other words.</source>
        <translation>Aucun fait ne dit cela. Cherchez d’autres mots.</translation>
    </message>
    <message>
        <source>Search your facts</source>
        <translation>Chercher dans vos faits</translation>
    </message>
    <message>
        <source>Tie it</source>
        <translation>Lier</translation>
    </message>
    <message>
        <source>Tie to a fact</source>
        <translation>Lier à un fait</translation>
    </message>
    <message>
        <source>Which line of your profile says “{said}”?</source>
        <translation>Quelle ligne de votre profil dit «&#xa0;{said}&#xa0;»&#xa0;?</translation>
    </message>
    <message>
        <source>Your facts</source>
        <translation>Vos faits</translation>
    </message>
</context>
<context>
    <name>FieldBox</name>
    <message>
        <source>Left out</source>
        <translation>Laissé de côté</translation>
    </message>
    <message>
        <source>Please look. Press here if it is right.</source>
        <translation>À vérifier. Appuyez ici si c’est juste.</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Incertain</translation>
    </message>
    <message>
        <source>Unsure, please look</source>
        <translation>Incertain, à vérifier</translation>
    </message>
    <message>
        <source>{name} is right</source>
        <translation>{name} : c’est juste</translation>
    </message>
</context>
<context>
    <name>FileWays</name>
    <message>
        <source>Export the whole application</source>
        <translation>Exporter toute la candidature</translation>
    </message>
    <message>
        <source>Print this document</source>
        <translation>Imprimer ce document</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Folder:</source>
        <translation>Dossier&#xa0;:</translation>
    </message>
    <message>
        <source>Kind of file:</source>
        <translation>Type de fichier&#xa0;:</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>1 place</source>
        <translation>1 occurrence</translation>
    </message>
    <message>
        <source>1 replaced</source>
        <translation>1 remplacement</translation>
    </message>
    <message>
        <source>Aa</source>
        <translation>Aa</translation>
    </message>
    <message>
        <source>Capitals matter</source>
        <translation>Respecter la casse</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Fermer la recherche</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Find and replace</source>
        <translation>Rechercher et remplacer</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Introuvable</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Remplacer</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>Tout remplacer</translation>
    </message>
    <message>
        <source>Replace by</source>
        <translation>Remplacer par</translation>
    </message>
    <message>
        <source>Stop the writing to replace all</source>
        <translation>Arrêtez la rédaction pour tout remplacer</translation>
    </message>
    <message>
        <source>The next place</source>
        <translation>Occurrence suivante</translation>
    </message>
    <message>
        <source>The next place (F3)</source>
        <translation>Occurrence suivante (F3)</translation>
    </message>
    <message>
        <source>The place before</source>
        <translation>Occurrence précédente</translation>
    </message>
    <message>
        <source>The place before (Shift+F3)</source>
        <translation>Occurrence précédente (Maj+F3)</translation>
    </message>
    <message>
        <source>There is nothing to go to</source>
        <translation>Il n’y a rien à atteindre</translation>
    </message>
    <message>
        <source>This part is being written</source>
        <translation>Cette partie est en cours de rédaction</translation>
    </message>
    <message>
        <source>Whole words alone</source>
        <translation>Mots entiers seulement</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Mots</translation>
    </message>
    <message>
        <source>Words to find</source>
        <translation>Mots à rechercher</translation>
    </message>
    <message>
        <source>Words to put in their place</source>
        <translation>Mots à mettre à la place</translation>
    </message>
    <message>
        <source>{count} places</source>
        <translation>{count} occurrences</translation>
    </message>
    <message>
        <source>{count} replaced</source>
        <translation>{count} remplacements</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} sur {count}</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>1. Your CV</source>
        <translation>1. Votre CV</translation>
    </message>
    <message>
        <source>2. An offer</source>
        <translation>2. Une offre</translation>
    </message>
    <message>
        <source>3. A writer</source>
        <translation>3. Un rédacteur</translation>
    </message>
    <message>
        <source>A CV and a letter for one offer</source>
        <translation>Un CV et une lettre pour une offre</translation>
    </message>
    <message>
        <source>A made-up person and offer, to look around with.</source>
        <translation>Une personne et une offre inventées, pour faire le tour.</translation>
    </message>
    <message>
        <source>Bring a CV or paste an offer first</source>
        <translation>Apportez d’abord un CV ou collez une offre</translation>
    </message>
    <message>
        <source>Bring a CV or paste an offer, or try with the sample.</source>
        <translation>Apportez un CV ou collez une offre, ou essayez avec l’exemple.</translation>
    </message>
    <message>
        <source>Go on without an offer</source>
        <translation>Continuer sans offre</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Commencer</translation>
    </message>
    <message>
        <source>Start with the sample CV</source>
        <translation>Commencer avec le CV d’exemple</translation>
    </message>
    <message>
        <source>The application is being made</source>
        <translation>La candidature est en cours de création</translation>
    </message>
    <message>
        <source>The sample is being made</source>
        <translation>L’exemple est en cours de création</translation>
    </message>
    <message>
        <source>Tick an offer first</source>
        <translation>Cochez d’abord une offre</translation>
    </message>
    <message>
        <source>Try with a sample</source>
        <translation>Essayer avec un exemple</translation>
    </message>
    <message>
        <source>Without a CV of yours, the sample person&apos;s stands in.</source>
        <translation>Sans votre CV, celui de la personne d’exemple le remplace.</translation>
    </message>
    <message>
        <source>Written from your own facts, on your own computer, yours to edit.</source>
        <translation>Écrits à partir de vos propres faits, sur votre ordinateur, modifiables à votre guise.</translation>
    </message>
    <message>
        <source>Your CV is kept; an offer can be added at any time.</source>
        <translation>Votre CV est conservé&#xa0;; une offre peut être ajoutée à tout moment.</translation>
    </message>
</context>
<context>
    <name>FoldMarks</name>
    <message>
        <source>1 line</source>
        <translation>1 ligne</translation>
    </message>
    <message>
        <source>1 section is folded</source>
        <translation>1 section est repliée</translation>
    </message>
    <message>
        <source>Everything is shown</source>
        <translation>Tout est affiché</translation>
    </message>
    <message>
        <source>Folded: {heading}, {lines}</source>
        <translation>Repliée&#xa0;: {heading}, {lines}</translation>
    </message>
    <message>
        <source>Shown again: {heading}</source>
        <translation>De nouveau affichée&#xa0;: {heading}</translation>
    </message>
    <message>
        <source>There is no section here to fold</source>
        <translation>Il n’y a pas de section à replier ici</translation>
    </message>
    <message>
        <source>There is nothing under this heading</source>
        <translation>Il n’y a rien sous ce titre</translation>
    </message>
    <message>
        <source>being written</source>
        <translation>en cours de rédaction</translation>
    </message>
    <message>
        <source>{count} lines</source>
        <translation>{count} lignes</translation>
    </message>
    <message>
        <source>{count} misspelt</source>
        <translation>orthographe&#xa0;: {count}</translation>
    </message>
    <message>
        <source>{count} sections are folded</source>
        <translation>{count} sections sont repliées</translation>
    </message>
    <message>
        <source>{count} without a fact</source>
        <translation>{count} sans fait</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>How much is written</source>
        <translation>Avancement de la rédaction</translation>
    </message>
    <message>
        <source>What is being written now</source>
        <translation>Ce qui est en cours de rédaction</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>What was said in this talk is kept: choose a model below to see it.</source>
        <translation>Ce qui a été dit dans cet échange est gardé : choisissez un modèle ci-dessous pour le voir.</translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>Templates, each with this document</source>
        <translation>Maquettes, chacune avec ce document</translation>
    </message>
</context>
<context>
    <name>GenerateDialog</name>
    <message>
        <source>Asking what it offers</source>
        <translation>Demande de ce qu’il propose</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Anglais</translation>
    </message>
    <message>
        <source>Faithful: reorder and rephrase</source>
        <translation>Fidèle&#xa0;: réordonner et reformuler</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Français</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Leave the parts I edited alone</source>
        <translation>Ne pas toucher aux parties que j’ai modifiées</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Chercher à nouveau</translation>
    </message>
    <message>
        <source>Looking for models on this computer</source>
        <translation>Recherche de modèles sur cet ordinateur</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Not set up yet: give its address or key in the settings.</source>
        <translation>Pas encore configuré : donnez son adresse ou sa clé dans les réglages.</translation>
    </message>
    <message>
        <source>Ollama has no model yet. Pull one, such as llama3.2:3b, then look again.</source>
        <translation>Ollama n’a pas encore de modèle. Téléchargez-en un, par exemple llama3.2:3b, puis cherchez à nouveau.</translation>
    </message>
    <message>
        <source>Ollama is installed and not running. Start it, then look again.</source>
        <translation>Ollama est installé mais n’est pas lancé. Lancez-le, puis cherchez à nouveau.</translation>
    </message>
    <message>
        <source>Ollama is not installed. Install it, then look again.</source>
        <translation>Ollama n’est pas installé. Installez-le, puis cherchez à nouveau.</translation>
    </message>
    <message>
        <source>Polished: tighter, in the offer&apos;s words where a fact supports them</source>
        <translation>Soigné&#xa0;: plus serré, dans les mots de l’offre là où un fait les appuie</translation>
    </message>
    <message>
        <source>Ready.</source>
        <translation>Prêt.</translation>
    </message>
    <message>
        <source>Shows</source>
        <translation>Montre</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Degré</translation>
    </message>
    <message>
        <source>The offer&apos;s: {language}</source>
        <translation>Celle de l’offre&#xa0;: {language}</translation>
    </message>
    <message>
        <source>What it will take</source>
        <translation>Ce qu’il faudra</translation>
    </message>
    <message>
        <source>What will be sent</source>
        <translation>Ce qui sera envoyé</translation>
    </message>
    <message>
        <source>Working out what it will take</source>
        <translation>Calcul de ce qu’il faudra</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Rédiger</translation>
    </message>
    <message>
        <source>Write the CV</source>
        <translation>Rédiger le CV</translation>
    </message>
    <message>
        <source>Write the letter</source>
        <translation>Rédiger la lettre</translation>
    </message>
    <message>
        <source>Writer</source>
        <translation>Rédacteur</translation>
    </message>
    <message>
        <source>Written at once from your facts and the offer. Nothing leaves this computer.</source>
        <translation>Écrit aussitôt à partir de vos faits et de l’offre. Rien ne quitte cet ordinateur.</translation>
    </message>
</context>
<context>
    <name>GettingAround</name>
    <message>
        <source>Show: {name}</source>
        <translation>Afficher&#xa0;: {name}</translation>
    </message>
</context>
<context>
    <name>HaveForm</name>
    <message>
        <source>A skill, as you would name it</source>
        <translation>Une compétence, comme vous la nommez</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Add: {line}</source>
        <translation>Ajouter : {line}</translation>
    </message>
    <message>
        <source>As your diploma says it</source>
        <translation>Comme votre diplôme le dit</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Degree</source>
        <translation>Diplôme</translation>
    </message>
    <message>
        <source>It is being added</source>
        <translation>Ajout en cours</translation>
    </message>
    <message>
        <source>Language and level</source>
        <translation>Langue et niveau</translation>
    </message>
    <message>
        <source>Say what you have first</source>
        <translation>Dites d’abord ce que vous avez</translation>
    </message>
    <message>
        <source>Skill</source>
        <translation>Compétence</translation>
    </message>
    <message>
        <source>With your level, such as German, B2</source>
        <translation>Avec votre niveau, par exemple allemand, B2</translation>
    </message>
    <message>
        <source>Word it as it is true of you. It goes into your profile.</source>
        <translation>Formulez-le comme c’est vrai pour vous. Cela entre dans votre profil.</translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>Back to the applications</source>
        <translation>Retour aux candidatures</translation>
    </message>
    <message>
        <source>Back to the applications (Alt+Left)</source>
        <translation>Retour aux candidatures (Alt+Gauche)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>Générer</translation>
    </message>
    <message>
        <source>Have this document written (Ctrl+G)</source>
        <translation>Faire rédiger ce document (Ctrl+G)</translation>
    </message>
    <message>
        <source>More to do with this document</source>
        <translation>Autres actions sur ce document</translation>
    </message>
    <message>
        <source>More to do with this document. All commands: Ctrl+K</source>
        <translation>Autres actions sur ce document. Toutes les commandes : Ctrl+K</translation>
    </message>
    <message>
        <source>Offer &amp; match</source>
        <translation>Offre et score</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>Save this document as a file (Ctrl+E)</source>
        <translation>Enregistrer ce document dans un fichier (Ctrl+E)</translation>
    </message>
    <message>
        <source>Show the pages</source>
        <translation>Afficher les pages</translation>
    </message>
    <message>
        <source>Status: {status}</source>
        <translation>État&#xa0;: {status}</translation>
    </message>
    <message>
        <source>Untitled offer</source>
        <translation>Offre sans intitulé</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Ce qui est affiché</translation>
    </message>
    <message>
        <source>closes {deadline}</source>
        <translation>clôture&#xa0;: {deadline}</translation>
    </message>
</context>
<context>
    <name>HeaderRows</name>
    <message>
        <source>Add a header</source>
        <translation>Ajouter un en-tête</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Name of the header</source>
        <translation>Nom de l’en-tête</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Remove the header {name}</source>
        <translation>Retirer l’en-tête {name}</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Value of the header</source>
        <translation>Valeur de l’en-tête</translation>
    </message>
</context>
<context>
    <name>ImportBar</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Go on reviewing</source>
        <translation>Reprendre la relecture</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>Lecture de {name}</translation>
    </message>
    <message>
        <source>Stop reading the file</source>
        <translation>Arrêter la lecture du fichier</translation>
    </message>
    <message>
        <source>{name} was read and waits for your review.</source>
        <translation>{name} a été lu et attend votre relecture.</translation>
    </message>
</context>
<context>
    <name>Input</name>
    <message>
        <source>Enter sends, Shift+Enter begins a new line</source>
        <translation>Entrée envoie, Maj+Entrée commence une ligne</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Stop the answer</source>
        <translation>Arrêter la réponse</translation>
    </message>
    <message>
        <source>Stop the answer (Esc)</source>
        <translation>Arrêter la réponse (Échap)</translation>
    </message>
    <message>
        <source>Write something first.</source>
        <translation>Écrivez d’abord quelque chose.</translation>
    </message>
    <message>
        <source>Your answer, in your own words</source>
        <translation>Votre réponse, avec vos mots</translation>
    </message>
    <message>
        <source>Your message</source>
        <translation>Votre message</translation>
    </message>
</context>
<context>
    <name>KeepPanel</name>
    <message>
        <source>Becomes</source>
        <translation>Devient</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Close what is worth keeping</source>
        <translation>Fermer ce qui vaut d’être gardé</translation>
    </message>
    <message>
        <source>From this talk</source>
        <translation>De cet échange</translation>
    </message>
    <message>
        <source>It is being kept.</source>
        <translation>C’est en train d’être gardé.</translation>
    </message>
    <message>
        <source>Keep what is ticked</source>
        <translation>Garder ce qui est coché</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Gardé</translation>
    </message>
    <message>
        <source>Nothing to keep yet. Answer a question or two, then look here again.</source>
        <translation>Rien à garder encore. Répondez à une ou deux questions, puis revenez voir ici.</translation>
    </message>
    <message>
        <source>Tick something first.</source>
        <translation>Cochez d’abord quelque chose.</translation>
    </message>
    <message>
        <source>Tick what is to stand in your profile. Nothing else is added.</source>
        <translation>Cochez ce qui doit figurer dans votre profil. Rien d’autre n’est ajouté.</translation>
    </message>
    <message>
        <source>Tick what is true and is to be kept. You may change the words.</source>
        <translation>Cochez ce qui est vrai et doit être gardé. Vous pouvez changer les mots.</translation>
    </message>
    <message>
        <source>Worth keeping</source>
        <translation>À garder</translation>
    </message>
</context>
<context>
    <name>KeptCard</name>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Supprimer…</translation>
    </message>
    <message>
        <source>It is saved as it stands.</source>
        <translation>C’est enregistré tel quel.</translation>
    </message>
    <message>
        <source>Pitch</source>
        <translation>Présentation</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Write something first.</source>
        <translation>Écrivez d’abord quelque chose.</translation>
    </message>
    <message>
        <source>{verb}: {name}</source>
        <translation>{verb} : {name}</translation>
    </message>
</context>
<context>
    <name>KeptList</name>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Delete what was kept</source>
        <translation>Supprimer ce qui a été gardé</translation>
    </message>
    <message>
        <source>Delete “{title}”?</source>
        <translation>Supprimer « {title} » ?</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Nothing is kept yet. What you keep of your talks is found here.</source>
        <translation>Rien n’est encore gardé. Ce que vous gardez de vos échanges se trouve ici.</translation>
    </message>
    <message>
        <source>Pitch</source>
        <translation>Présentation</translation>
    </message>
</context>
<context>
    <name>KeyRow</name>
    <message>
        <source>Kept in the system’s keyring.</source>
        <translation>Conservée dans le trousseau du système.</translation>
    </message>
    <message>
        <source>Kept until you close the program: this computer’s keyring cannot take it.</source>
        <translation>Conservée jusqu’à la fermeture du programme : le trousseau de cet ordinateur ne peut pas la prendre.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clé</translation>
    </message>
    <message>
        <source>No key yet. It is kept in the system’s keyring, never in a file.</source>
        <translation>Pas encore de clé. Elle est conservée dans le trousseau du système, jamais dans un fichier.</translation>
    </message>
    <message>
        <source>No key yet. There is no keyring that can take it here: it is kept until you close the program.</source>
        <translation>Pas encore de clé. Aucun trousseau ne peut la prendre ici : elle est conservée jusqu’à la fermeture du programme.</translation>
    </message>
    <message>
        <source>No key. A server on this computer seldom wants one.</source>
        <translation>Pas de clé. Un serveur sur cet ordinateur en demande rarement une.</translation>
    </message>
    <message>
        <source>Paste the key here</source>
        <translation>Collez la clé ici</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Remove the key</source>
        <translation>Retirer la clé</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Remplacer</translation>
    </message>
    <message>
        <source>Replace the key</source>
        <translation>Remplacer la clé</translation>
    </message>
    <message>
        <source>Taken from the environment for this run. It goes before one kept in the keyring.</source>
        <translation>Prise de l’environnement pour cette fois. Elle passe avant celle du trousseau.</translation>
    </message>
</context>
<context>
    <name>LetterChoices</name>
    <message>
        <source>All that the profile shows</source>
        <translation>Tous ceux que montre le profil</translation>
    </message>
    <message>
        <source>CV: {name}, {when}</source>
        <translation>CV&#xa0;: {name}, {when}</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Pays</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Faits</translation>
    </message>
    <message>
        <source>Formal</source>
        <translation>Soutenu</translation>
    </message>
    <message>
        <source>France</source>
        <translation>France</translation>
    </message>
    <message>
        <source>Germany</source>
        <translation>Allemagne</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Longueur</translation>
    </message>
    <message>
        <source>Long: five paragraphs</source>
        <translation>Longue&#xa0;: cinq paragraphes</translation>
    </message>
    <message>
        <source>None: as the language has it</source>
        <translation>Aucun&#xa0;: selon la langue</translation>
    </message>
    <message>
        <source>Plain</source>
        <translation>Simple</translation>
    </message>
    <message>
        <source>Short: three paragraphs</source>
        <translation>Courte&#xa0;: trois paragraphes</translation>
    </message>
    <message>
        <source>Those of the CV as it stands</source>
        <translation>Ceux du CV tel qu’il est</translation>
    </message>
    <message>
        <source>Tone</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>United Kingdom</source>
        <translation>Royaume-Uni</translation>
    </message>
    <message>
        <source>United States</source>
        <translation>États-Unis</translation>
    </message>
    <message>
        <source>Usual: four paragraphs</source>
        <translation>Habituelle&#xa0;: quatre paragraphes</translation>
    </message>
    <message>
        <source>Warm</source>
        <translation>Chaleureux</translation>
    </message>
    <message>
        <source>{country}, the offer&apos;s</source>
        <translation>{country}, celui de l’offre</translation>
    </message>
</context>
<context>
    <name>LineList</name>
    <message>
        <source>As read</source>
        <translation>Comme lu</translation>
    </message>
    <message>
        <source>Choose a line first</source>
        <translation>Choisissez d’abord une ligne</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Make it a must</source>
        <translation>En faire une exigence</translation>
    </message>
    <message>
        <source>Make it nice to have</source>
        <translation>En faire un atout</translation>
    </message>
    <message>
        <source>Must have</source>
        <translation>Exigé</translation>
    </message>
    <message>
        <source>Nice to have</source>
        <translation>Un atout</translation>
    </message>
    <message>
        <source>None was found in the text.</source>
        <translation>Rien n’a été trouvé dans le texte.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Take the chosen line out (Delete)</source>
        <translation>Retirer la ligne choisie (Suppr)</translation>
    </message>
    <message>
        <source>They stand as they were read</source>
        <translation>Elles sont comme elles ont été lues</translation>
    </message>
    <message>
        <source>Turn the chosen line into the other (Space)</source>
        <translation>Changer la ligne choisie de l’un en l’autre (Espace)</translation>
    </message>
    <message>
        <source>Word the chosen line anew (F2)</source>
        <translation>Reformuler la ligne choisie (F2)</translation>
    </message>
    <message>
        <source>{list} as read</source>
        <translation>{list} : comme lu</translation>
    </message>
</context>
<context>
    <name>ListHead</name>
    <message>
        <source>Add an offer</source>
        <translation>Ajouter une offre</translation>
    </message>
    <message>
        <source>Add an offer (Ctrl+N)</source>
        <translation>Ajouter une offre (Ctrl+N)</translation>
    </message>
    <message>
        <source>Applications</source>
        <translation>Candidatures</translation>
    </message>
    <message>
        <source>Every status</source>
        <translation>Tous les états</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Search the applications</source>
        <translation>Rechercher dans les candidatures</translation>
    </message>
    <message>
        <source>Search titles, companies, places and notes (Ctrl+F)</source>
        <translation>Rechercher dans les intitulés, entreprises, lieux et notes (Ctrl+F)</translation>
    </message>
    <message>
        <source>Show by status</source>
        <translation>Afficher par état</translation>
    </message>
    <message>
        <source>{shown} of {total}</source>
        <translation>{shown} sur {total}</translation>
    </message>
</context>
<context>
    <name>LookPanel</name>
    <message>
        <source>As the template has it</source>
        <translation>Comme dans la maquette</translation>
    </message>
    <message>
        <source>Back to the text (Esc)</source>
        <translation>Revenir au texte (Échap)</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Nothing is otherwise than the template has it</source>
        <translation>Rien ne diffère de la maquette</translation>
    </message>
    <message>
        <source>Nothing was changed yet</source>
        <translation>Rien n’a encore été changé</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Options</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Maquettes</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>What is chosen</source>
        <translation>Ce que l’on choisit</translation>
    </message>
</context>
<context>
    <name>LookWays</name>
    <message>
        <source>The CV gets the same look</source>
        <translation>Le CV prend la même présentation</translation>
    </message>
    <message>
        <source>The letter gets the same look</source>
        <translation>La lettre prend la même présentation</translation>
    </message>
</context>
<context>
    <name>MarkStrip</name>
    <message>
        <source>A line of your profile says it: choose which</source>
        <translation>Une ligne de votre profil le dit&#xa0;: choisissez laquelle</translation>
    </message>
    <message>
        <source>Add the fact</source>
        <translation>Ajouter le fait</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>It is true: add it to your profile</source>
        <translation>C’est vrai&#xa0;: l’ajouter à votre profil</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Leave it as it is, without a fact</source>
        <translation>Laisser tel quel, sans fait</translation>
    </message>
    <message>
        <source>Mark it again</source>
        <translation>Marquer à nouveau</translation>
    </message>
    <message>
        <source>Select the words to write others</source>
        <translation>Sélectionner ces mots pour en écrire d’autres</translation>
    </message>
    <message>
        <source>Tie to a fact</source>
        <translation>Lier à un fait</translation>
    </message>
    <message>
        <source>Use “{value}”</source>
        <translation>Mettre «&#xa0;{value}&#xa0;»</translation>
    </message>
    <message>
        <source>You kept “{said}” without a fact.</source>
        <translation>Vous avez gardé «&#xa0;{said}&#xa0;» sans fait.</translation>
    </message>
    <message>
        <source>You tied “{said}” to your fact “{fact}”</source>
        <translation>Vous avez lié «&#xa0;{said}&#xa0;» à votre fait «&#xa0;{fact}&#xa0;»</translation>
    </message>
    <message>
        <source>Your profile says: “{fact}”</source>
        <translation>Votre profil dit&#xa0;: «&#xa0;{fact}&#xa0;»</translation>
    </message>
</context>
<context>
    <name>MarkWays</name>
    <message>
        <source>Nothing here lacks a fact.</source>
        <translation>Rien ici ne manque d’un fait.</translation>
    </message>
</context>
<context>
    <name>Match</name>
    <message>
        <source>Better met: {names}. The match stays at {after}.</source>
        <translation>Mieux couvert : {names}. Le score reste à {after}.</translation>
    </message>
    <message>
        <source>From {before} to {after}. Better met: {names}.</source>
        <translation>De {before} à {after}. Mieux couvert : {names}.</translation>
    </message>
    <message>
        <source>Met</source>
        <translation>Couvert</translation>
    </message>
    <message>
        <source>No fact yet</source>
        <translation>Aucun fait pour l’instant</translation>
    </message>
    <message>
        <source>Not counted: no fact could answer it</source>
        <translation>Non compté : aucun fait ne peut y répondre</translation>
    </message>
    <message>
        <source>Partly met</source>
        <translation>En partie couvert</translation>
    </message>
    <message>
        <source>Strongly met</source>
        <translation>Bien couvert</translation>
    </message>
    <message>
        <source>This is in your profile now. The match stays at {after}: it has none of the words that are asked for. Use those where they are true of you.</source>
        <translation>C’est maintenant dans votre profil. La correspondance reste à {after}&#xa0;: aucun des mots demandés n’y figure. Employez-les là où ils sont vrais pour vous.</translation>
    </message>
    <message>
        <source>Weakly met</source>
        <translation>Peu couvert</translation>
    </message>
    <message>
        <source>must have</source>
        <translation>exigé</translation>
    </message>
    <message>
        <source>nice to have</source>
        <translation>un atout</translation>
    </message>
    <message>
        <source>shown in a recent job or project</source>
        <translation>montré dans un emploi ou projet récent</translation>
    </message>
    <message>
        <source>shown in an earlier job or project</source>
        <translation>montré dans un emploi ou projet plus ancien</translation>
    </message>
    <message>
        <source>stated in your profile</source>
        <translation>déclaré dans votre profil</translation>
    </message>
    <message>
        <source>{count} met</source>
        <translation>{count} couvertes</translation>
    </message>
    <message>
        <source>{count} partly</source>
        <translation>{count} en partie</translation>
    </message>
    <message>
        <source>{count} without a fact</source>
        <translation>{count} sans fait</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} et {count} de plus</translation>
    </message>
</context>
<context>
    <name>MatchPanel</name>
    <message>
        <source>How your profile answers the offer</source>
        <translation>Comment votre profil répond à l’offre</translation>
    </message>
    <message>
        <source>Match: {score} of 100</source>
        <translation>Score : {score} sur 100</translation>
    </message>
    <message>
        <source>Matching the offer with your profile</source>
        <translation>Comparaison de l’offre avec votre profil</translation>
    </message>
    <message>
        <source>No requirement was found in this offer, so there is nothing to match. Add them under Details.</source>
        <translation>Aucune exigence n’a été trouvée dans cette offre : il n’y a rien à comparer. Ajoutez-les sous Détails.</translation>
    </message>
    <message>
        <source>Only facts of your profile raise it. A must counts {times} times a wish.</source>
        <translation>Seuls les faits de votre profil l’élèvent. Une exigence compte {times} fois un atout.</translation>
    </message>
    <message>
        <source>What this offer asks for says nothing that a fact could answer, so there is no match to count.</source>
        <translation>Aucun fait ne peut répondre à ce que cette offre demande : il n’y a pas de score à compter.</translation>
    </message>
    <message>
        <source>of 100</source>
        <translation>sur 100</translation>
    </message>
</context>
<context>
    <name>MatchRow</name>
    <message>
        <source>I have this</source>
        <translation>Je l’ai</translation>
    </message>
    <message>
        <source>I have this: {requirement}</source>
        <translation>Je l’ai : {requirement}</translation>
    </message>
    <message>
        <source>No fact for: {words}</source>
        <translation>Aucun fait pour : {words}</translation>
    </message>
    <message>
        <source>Show this fact in your profile</source>
        <translation>Montrer ce fait dans votre profil</translation>
    </message>
    <message>
        <source>You added this: it is not in the offer&apos;s words</source>
        <translation>Vous l’avez ajouté : ce ne sont pas les mots de l’offre</translation>
    </message>
    <message>
        <source>{count} more facts</source>
        <translation>{count} faits de plus</translation>
    </message>
</context>
<context>
    <name>MessageCard</name>
    <message>
        <source>Ask for an answer</source>
        <translation>Demander une réponse</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Coach</source>
        <translation>Coach</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiée</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Earlier answer</source>
        <translation>Réponse précédente</translation>
    </message>
    <message>
        <source>Edit and resend</source>
        <translation>Modifier et renvoyer</translation>
    </message>
    <message>
        <source>Keep…</source>
        <translation>Garder…</translation>
    </message>
    <message>
        <source>Later answer</source>
        <translation>Réponse suivante</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>Laisser tel quel</translation>
    </message>
    <message>
        <source>Regenerate</source>
        <translation>Régénérer</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Renvoyer</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Recommencer</translation>
    </message>
    <message>
        <source>This is the first one.</source>
        <translation>C’est la première.</translation>
    </message>
    <message>
        <source>This is the last one.</source>
        <translation>C’est la dernière.</translation>
    </message>
    <message>
        <source>What was said after it is kept, and no longer shown.</source>
        <translation>Ce qui a été dit ensuite est gardé, et n’est plus montré.</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Vous</translation>
    </message>
    <message>
        <source>Your message, to send again</source>
        <translation>Votre message, à renvoyer</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} sur {count}</translation>
    </message>
</context>
<context>
    <name>ModelRows</name>
    <message>
        <source>As usual (0.4)</source>
        <translation>Comme d’habitude (0,4)</translation>
    </message>
    <message>
        <source>Choose one, or write its name</source>
        <translation>Choisissez-en un, ou écrivez son nom</translation>
    </message>
    <message>
        <source>Context in tokens</source>
        <translation>Contexte en jetons</translation>
    </message>
    <message>
        <source>Let it think before it writes: slower, often better</source>
        <translation>Le laisser réfléchir avant d’écrire : plus lent, souvent mieux</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Température</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>Réflexion</translation>
    </message>
    <message>
        <source>What a text needs</source>
        <translation>Ce qu’il faut au texte</translation>
    </message>
    <message>
        <source>What a text needs, up to {most}</source>
        <translation>Ce qu’il faut au texte, {most} au plus</translation>
    </message>
    <message>
        <source>Write its name, or press Test to list them</source>
        <translation>Écrivez son nom, ou pressez Tester pour les voir</translation>
    </message>
</context>
<context>
    <name>ModelTable</name>
    <message>
        <source>Installed models</source>
        <translation>Modèles installés</translation>
    </message>
</context>
<context>
    <name>ModelTableModel</name>
    <message>
        <source>Context</source>
        <translation>Contexte</translation>
    </message>
    <message>
        <source>In memory</source>
        <translation>En mémoire</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Quantisation</source>
        <translation>Quantification</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>non indiqué</translation>
    </message>
    <message>
        <source>{name} (cannot write)</source>
        <translation>{name} (ne peut pas écrire)</translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <source>1 model</source>
        <translation>1 modèle</translation>
    </message>
    <message>
        <source>Asking for it</source>
        <translation>Demande en cours</translation>
    </message>
    <message>
        <source>Downloaded. It can write now.</source>
        <translation>Téléchargé. Il peut écrire.</translation>
    </message>
    <message>
        <source>On the graphics card</source>
        <translation>Sur la carte graphique</translation>
    </message>
    <message>
        <source>On the processor</source>
        <translation>Sur le processeur</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>Paused at {amount}</source>
        <translation>En pause à {amount}</translation>
    </message>
    <message>
        <source>The download failed.</source>
        <translation>Le téléchargement a échoué.</translation>
    </message>
    <message>
        <source>Waits for the download before it</source>
        <translation>Attend la fin du téléchargement précédent</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>careful letters</source>
        <translation>lettres soignées</translation>
    </message>
    <message>
        <source>quick, plain text</source>
        <translation>textes rapides et simples</translation>
    </message>
    <message>
        <source>several languages</source>
        <translation>plusieurs langues</translation>
    </message>
    <message>
        <source>small computers</source>
        <translation>petits ordinateurs</translation>
    </message>
    <message>
        <source>{amount} · checking what came</source>
        <translation>{amount} · vérification</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} sur {total}</translation>
    </message>
    <message>
        <source>{number} GB</source>
        <translation>{number} Go</translation>
    </message>
    <message>
        <source>{number} MB</source>
        <translation>{number} Mo</translation>
    </message>
    <message>
        <source>{number} models</source>
        <translation>{number} modèles</translation>
    </message>
    <message>
        <source>{share} % on the graphics card</source>
        <translation>{share} % sur la carte graphique</translation>
    </message>
    <message>
        <source>{speed} MB/s</source>
        <translation>{speed} Mo/s</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Delete the model</source>
        <translation>Supprimer le modèle</translation>
    </message>
    <message>
        <source>Delete “{name}”?</source>
        <translation>Supprimer « {name} » ?</translation>
    </message>
    <message>
        <source>Download a model</source>
        <translation>Télécharger un modèle</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>This frees up to {size}. {more}</source>
        <translation>Cela libère jusqu’à {size}. {more}</translation>
    </message>
    <message>
        <source>To write with it again it must be downloaded again.</source>
        <translation>Pour écrire encore avec lui, il faudra le télécharger à nouveau.</translation>
    </message>
</context>
<context>
    <name>Moments</name>
    <message>
        <source>just now</source>
        <translation>à l’instant</translation>
    </message>
    <message>
        <source>today {clock}</source>
        <translation>aujourd’hui {clock}</translation>
    </message>
    <message>
        <source>under 1 s</source>
        <translation>moins de 1 s</translation>
    </message>
    <message>
        <source>yesterday {clock}</source>
        <translation>hier {clock}</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>{minutes} min ago</source>
        <translation>il y a {minutes} min</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} min {seconds} s</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
</context>
<context>
    <name>NameDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Write a name first.</source>
        <translation>Écrivez d’abord un nom.</translation>
    </message>
</context>
<context>
    <name>NewApplicationDialog</name>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Add an offer</source>
        <translation>Ajouter une offre</translation>
    </message>
    <message>
        <source>Add it all the same</source>
        <translation>L’ajouter quand même</translation>
    </message>
    <message>
        <source>Add {count} offers</source>
        <translation>Ajouter {count} offres</translation>
    </message>
    <message>
        <source>Also read: {parts}</source>
        <translation>Lu aussi&#xa0;: {parts}</translation>
    </message>
    <message>
        <source>CV to answer it with</source>
        <translation>CV pour y répondre</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Choose a CV first</source>
        <translation>Choisissez d’abord un CV</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Entreprise</translation>
    </message>
    <message>
        <source>It can be changed once the offers are added</source>
        <translation>Modifiable une fois les offres ajoutées</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>Offre</translation>
    </message>
    <message>
        <source>Paste the text of an offer first</source>
        <translation>Collez d’abord le texte d’une offre</translation>
    </message>
    <message>
        <source>Read from the offer</source>
        <translation>Lu dans l’offre</translation>
    </message>
    <message>
        <source>The application is being made</source>
        <translation>La candidature est en cours de création</translation>
    </message>
    <message>
        <source>Tick an offer first</source>
        <translation>Cochez d’abord une offre</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Intitulé</translation>
    </message>
    <message>
        <source>closes {deadline}</source>
        <translation>clôture&#xa0;: {deadline}</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>,</source>
        <translation>&#x202f;</translation>
    </message>
    <message>
        <source>.</source>
        <translation>,</translation>
    </message>
    <message>
        <source>{number} GB</source>
        <translation>{number}&#xa0;Go</translation>
    </message>
</context>
<context>
    <name>OfferSource</name>
    <message>
        <source>A page (HTML), a PDF, a Word document or a text. It may be dropped here too.</source>
        <translation>Une page (HTML), un PDF, un document Word ou un texte. On peut aussi le déposer ici.</translation>
    </message>
    <message>
        <source>Address of the offer&apos;s page</source>
        <translation>Adresse de la page de l’offre</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>An offer is being read</source>
        <translation>Une offre est en cours de lecture</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Choisir un fichier</translation>
    </message>
    <message>
        <source>Choose a file with the offer</source>
        <translation>Choisir un fichier avec l’offre</translation>
    </message>
    <message>
        <source>Choose an offer</source>
        <translation>Choisir une offre</translation>
    </message>
    <message>
        <source>Close it</source>
        <translation>Le fermer</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>Chercher</translation>
    </message>
    <message>
        <source>Give the address of a page first</source>
        <translation>Donnez d’abord l’adresse d’une page</translation>
    </message>
    <message>
        <source>It holds {count} offers: tick those to add.</source>
        <translation>Il y a {count} offres : cochez celles à ajouter.</translation>
    </message>
    <message>
        <source>Offers ({endings})</source>
        <translation>Offres ({endings})</translation>
    </message>
    <message>
        <source>Offers in it</source>
        <translation>Offres trouvées</translation>
    </message>
    <message>
        <source>Or the address of its page: https://…</source>
        <translation>Ou l’adresse de sa page : https://…</translation>
    </message>
    <message>
        <source>Paste the text of the offer here.</source>
        <translation>Collez ici le texte de l’offre.</translation>
    </message>
    <message>
        <source>Read from {name}.</source>
        <translation>Lu dans {name}.</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>Lecture de {name}</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Le montrer</translation>
    </message>
    <message>
        <source>Stop reading the offer</source>
        <translation>Arrêter la lecture de l’offre</translation>
    </message>
    <message>
        <source>Stopped. Nothing was read from {name}.</source>
        <translation>Arrêté. Rien n’a été lu dans {name}.</translation>
    </message>
    <message>
        <source>Text of the offer</source>
        <translation>Texte de l’offre</translation>
    </message>
    <message>
        <source>The page hides some text from the eye. It is left out.</source>
        <translation>La page cache du texte à l’œil. Il est laissé de côté.</translation>
    </message>
    <message>
        <source>This is the address of a page. Fetch it to read the offer.</source>
        <translation>C’est l’adresse d’une page. Cherchez-la pour lire l’offre.</translation>
    </message>
    <message>
        <source>Untitled offer</source>
        <translation>Offre sans titre</translation>
    </message>
    <message>
        <source>What the page hides from the eye</source>
        <translation>Ce que la page cache à l’œil</translation>
    </message>
    <message>
        <source>{last}, sent on from {first}</source>
        <translation>{last}, renvoyé par {first}</translation>
    </message>
</context>
<context>
    <name>OfferText</name>
    <message>
        <source>The offer</source>
        <translation>L’offre</translation>
    </message>
</context>
<context>
    <name>OfferView</name>
    <message>
        <source>Bring the profile back</source>
        <translation>Rétablir le profil</translation>
    </message>
    <message>
        <source>Correct or replace the offer&apos;s text; it is read anew (Ctrl+T)</source>
        <translation>Corriger ou remplacer le texte de l’offre ; il est relu (Ctrl+T)</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Edit the text</source>
        <translation>Modifier le texte</translation>
    </message>
    <message>
        <source>Edit the text of the offer, or end it</source>
        <translation>Modifier le texte de l’offre, ou terminer</translation>
    </message>
    <message>
        <source>Line under the words: must have. Dots: nice to have.</source>
        <translation>Trait sous les mots : exigé. Points : un atout.</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>The profile of this application was deleted. Its facts as they were stay with the application.</source>
        <translation>Le profil de cette candidature a été supprimé. Ses faits restent tels quels avec la candidature.</translation>
    </message>
    <message>
        <source>What stands beside the offer</source>
        <translation>Ce qui est à côté de l’offre</translation>
    </message>
</context>
<context>
    <name>OllamaSection</name>
    <message>
        <source>1 model</source>
        <translation>1 modèle</translation>
    </message>
    <message>
        <source>Choose a model in the table first.</source>
        <translation>Choisissez d’abord un modèle dans le tableau.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiée</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Copier l’adresse</translation>
    </message>
    <message>
        <source>Copy the address of Ollama’s website</source>
        <translation>Copier l’adresse du site d’Ollama</translation>
    </message>
    <message>
        <source>Delete a model</source>
        <translation>Supprimer un modèle</translation>
    </message>
    <message>
        <source>Delete {model}</source>
        <translation>Supprimer {model}</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Supprimer…</translation>
    </message>
    <message>
        <source>It is being started.</source>
        <translation>Il démarre.</translation>
    </message>
    <message>
        <source>It runs and has no model yet. Download one below: it then writes on this computer.</source>
        <translation>Il fonctionne et n’a pas encore de modèle. Téléchargez-en un ci-dessous : il écrira sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Regarder à nouveau</translation>
    </message>
    <message>
        <source>Look for Ollama again</source>
        <translation>Chercher encore Ollama</translation>
    </message>
    <message>
        <source>Looking for Ollama…</source>
        <translation>Recherche d’Ollama…</translation>
    </message>
    <message>
        <source>Ollama</source>
        <translation>Ollama</translation>
    </message>
    <message>
        <source>Ollama runs models on this computer, for nothing and without a network. It is not installed. Get it from {address}, install it, and come back: this page finds it by itself.</source>
        <translation>Ollama fait tourner des modèles sur cet ordinateur, gratuitement et sans réseau. Il n’est pas installé. Prenez-le sur {address}, installez-le et revenez : cette page le trouvera d’elle-même.</translation>
    </message>
    <message>
        <source>Start Ollama</source>
        <translation>Démarrer Ollama</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Démarrage…</translation>
    </message>
    <message>
        <source>{number} models</source>
        <translation>{number} modèles</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Go back to the copy</source>
        <translation>Revenir à la copie</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
</context>
<context>
    <name>OptionsForm</name>
    <message>
        <source>Airy</source>
        <translation>Aéré</translation>
    </message>
    <message>
        <source>As in the text</source>
        <translation>Comme dans le texte</translation>
    </message>
    <message>
        <source>As many pages as it takes</source>
        <translation>Autant de pages qu’il en faut</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Couleur</translation>
    </message>
    <message>
        <source>Fit to</source>
        <translation>Tenir sur</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>Police</translation>
    </message>
    <message>
        <source>In English</source>
        <translation>En anglais</translation>
    </message>
    <message>
        <source>In French</source>
        <translation>En français</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Rubriques</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espacement</translation>
    </message>
    <message>
        <source>Space between lines</source>
        <translation>Espace entre les lignes</translation>
    </message>
    <message>
        <source>The profile of this application is deleted: none can be kept</source>
        <translation>Le profil de cette candidature est supprimé&#xa0;: aucune photo ne peut être gardée</translation>
    </message>
    <message>
        <source>These do: {templates}.</source>
        <translation>Celles-ci, si&#xa0;: {templates}.</translation>
    </message>
    <message>
        <source>Tight</source>
        <translation>Serré</translation>
    </message>
    <message>
        <source>Titles</source>
        <translation>Titres</translation>
    </message>
    <message>
        <source>Titles of the sections</source>
        <translation>Titres des rubriques</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>{font}, as the template has it</source>
        <translation>{font}, comme dans la maquette</translation>
    </message>
    <message>
        <source>{pages}, as the template has it</source>
        <translation>{pages}, comme dans la maquette</translation>
    </message>
    <message>
        <source>{template} has its own</source>
        <translation>La maquette «&#xa0;{template}&#xa0;» a le sien</translation>
    </message>
    <message>
        <source>{template} shows no photo.</source>
        <translation>La maquette «&#xa0;{template}&#xa0;» ne montre pas de photo.</translation>
    </message>
</context>
<context>
    <name>OriginPane</name>
    <message>
        <source>Hide the file</source>
        <translation>Masquer le fichier</translation>
    </message>
    <message>
        <source>Show the file</source>
        <translation>Afficher le fichier</translation>
    </message>
</context>
<context>
    <name>Outline</name>
    <message>
        <source>Sections</source>
        <translation>Rubriques</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Preview of the pages</source>
        <translation>Aperçu des pages</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Commands</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Chercher une commande</translation>
    </message>
    <message>
        <source>No command has these words. Try fewer letters.</source>
        <translation>Aucune commande ne contient ces mots. Essayez avec moins de lettres.</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Que voulez-vous faire ?</translation>
    </message>
</context>
<context>
    <name>Panes</name>
    <message>
        <source>Go to the next pane</source>
        <translation>Aller au volet suivant</translation>
    </message>
    <message>
        <source>Go to the pane before</source>
        <translation>Aller au volet précédent</translation>
    </message>
</context>
<context>
    <name>PhotoField</name>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Choose a photo</source>
        <translation>Choisir une photo</translation>
    </message>
    <message>
        <source>Choose a photo…</source>
        <translation>Choisir une photo…</translation>
    </message>
    <message>
        <source>Kept with your profile, for every CV. You can drop a picture here.</source>
        <translation>Gardée avec votre profil, pour chaque CV. Vous pouvez déposer une image ici.</translation>
    </message>
    <message>
        <source>Pictures (*.jpg *.jpeg *.png *.webp *.gif)</source>
        <translation>Images (*.jpg *.jpeg *.png *.webp *.gif)</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Remove the photo</source>
        <translation>Retirer la photo</translation>
    </message>
    <message>
        <source>Show it in this CV</source>
        <translation>La montrer dans ce CV</translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>No photo</source>
        <translation>Pas de photo</translation>
    </message>
    <message>
        <source>Your photo</source>
        <translation>Votre photo</translation>
    </message>
</context>
<context>
    <name>Preflight</name>
    <message>
        <source>About {tokens} tokens to read, at most {largest} at once</source>
        <translation>Environ {tokens} jetons à lire, au plus {largest} à la fois</translation>
    </message>
    <message>
        <source>About {tokens} tokens to read, at most {largest} of {limit} at once</source>
        <translation>Environ {tokens} jetons à lire, au plus {largest} sur {limit} à la fois</translation>
    </message>
    <message>
        <source>How long it takes is known after the first run.</source>
        <translation>La durée sera connue après la première fois.</translation>
    </message>
    <message>
        <source>Leaves this computer, to {address}.</source>
        <translation>Quitte cet ordinateur, vers {address}.</translation>
    </message>
    <message>
        <source>Nothing is left for the model to write.</source>
        <translation>Il ne reste rien à écrire pour le modèle.</translation>
    </message>
    <message>
        <source>Read {read} of ~{foreseen} tokens</source>
        <translation>{read} jetons lus sur ~{foreseen}</translation>
    </message>
    <message>
        <source>Read {read} tokens</source>
        <translation>{read} jetons lus</translation>
    </message>
    <message>
        <source>cost unknown</source>
        <translation>coût inconnu</translation>
    </message>
    <message>
        <source>done in ~{time}</source>
        <translation>terminé en ~{time}</translation>
    </message>
    <message>
        <source>first words in ~{time}</source>
        <translation>premiers mots dans ~{time}</translation>
    </message>
    <message>
        <source>free</source>
        <translation>gratuit</translation>
    </message>
    <message>
        <source>less than $0.01</source>
        <translation>moins de 0,01&#xa0;$</translation>
    </message>
    <message>
        <source>wrote {written}</source>
        <translation>{written} écrits</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} min {seconds} s</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>{time} (foreseen: {foreseen})</source>
        <translation>{time} (prévu : {foreseen})</translation>
    </message>
    <message>
        <source>~${dollars}</source>
        <translation>~{dollars}&#xa0;$</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Page width</source>
        <translation>Largeur de page</translation>
    </message>
    <message>
        <source>Page {page} of {count} · {zoom} %</source>
        <translation>Page {page} sur {count} · {zoom}&#xa0;%</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>Page entière</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>1 page</source>
        <translation>1 page</translation>
    </message>
    <message>
        <source>Print all the same</source>
        <translation>Imprimer quand même</translation>
    </message>
    <message>
        <source>Print the {kind}</source>
        <translation>Imprimer&#xa0;: {kind}</translation>
    </message>
    <message>
        <source>Sent to {printer}: {pages}</source>
        <translation>Envoyé à {printer}&#xa0;: {pages}</translation>
    </message>
    <message>
        <source>{count} pages</source>
        <translation>{count} pages</translation>
    </message>
</context>
<context>
    <name>PrivacySection</name>
    <message>
        <source>One word or phrase a line, such as an employer’s name</source>
        <translation>Un mot ou une expression par ligne, comme le nom d’un employeur</translation>
    </message>
    <message>
        <source>Words to hide, one a line</source>
        <translation>Mots à cacher, un par ligne</translation>
    </message>
    <message>
        <source>Your name, e-mail, phone, address and links are hidden by themselves from models that are not on a computer of yours. These words are hidden too, and put back in what comes.</source>
        <translation>Vos nom, e-mail, téléphone, adresse et liens sont cachés d’eux-mêmes aux modèles qui ne sont pas sur un ordinateur à vous. Ces mots le sont aussi, et remis dans ce qui revient.</translation>
    </message>
</context>
<context>
    <name>Profile</name>
    <message>
        <source>A few sentences about you</source>
        <translation>Quelques phrases sur vous</translation>
    </message>
    <message>
        <source>About you</source>
        <translation>Vous</translation>
    </message>
    <message>
        <source>Add a certificate</source>
        <translation>Ajouter un certificat</translation>
    </message>
    <message>
        <source>Add a course</source>
        <translation>Ajouter un cours</translation>
    </message>
    <message>
        <source>Add a degree</source>
        <translation>Ajouter un diplôme</translation>
    </message>
    <message>
        <source>Add a job</source>
        <translation>Ajouter un emploi</translation>
    </message>
    <message>
        <source>Add a language</source>
        <translation>Ajouter une langue</translation>
    </message>
    <message>
        <source>Add a link</source>
        <translation>Ajouter un lien</translation>
    </message>
    <message>
        <source>Add a post</source>
        <translation>Ajouter une activité</translation>
    </message>
    <message>
        <source>Add a project</source>
        <translation>Ajouter un projet</translation>
    </message>
    <message>
        <source>Add a publication</source>
        <translation>Ajouter une publication</translation>
    </message>
    <message>
        <source>Add a reference</source>
        <translation>Ajouter une référence</translation>
    </message>
    <message>
        <source>Add a skill</source>
        <translation>Ajouter une compétence</translation>
    </message>
    <message>
        <source>Add an award</source>
        <translation>Ajouter une distinction</translation>
    </message>
    <message>
        <source>Add an interest</source>
        <translation>Ajouter un centre d’intérêt</translation>
    </message>
    <message>
        <source>Add what you did</source>
        <translation>Ajouter ce que vous avez fait</translation>
    </message>
    <message>
        <source>Award</source>
        <translation>Distinction</translation>
    </message>
    <message>
        <source>Awards</source>
        <translation>Distinctions</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificat</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Certificats</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Pays</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Cours</translation>
    </message>
    <message>
        <source>Degree</source>
        <translation>Diplôme</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Education</source>
        <translation>Formation</translation>
    </message>
    <message>
        <source>Experience</source>
        <translation>Expérience</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>Pour qui</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Mention</translation>
    </message>
    <message>
        <source>Headline: what you are</source>
        <translation>Titre : ce que vous êtes</translation>
    </message>
    <message>
        <source>How well</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>Interest</source>
        <translation>Centre d’intérêt</translation>
    </message>
    <message>
        <source>Interests</source>
        <translation>Centres d’intérêt</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Genre</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Langues</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Liens</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Network or site</source>
        <translation>Réseau ou site</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lieu</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Poste</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>Code postal</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projet</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>Projets</translation>
    </message>
    <message>
        <source>Publications</source>
        <translation>Publications</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>Éditeur</translation>
    </message>
    <message>
        <source>References</source>
        <translation>Références</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Région</translation>
    </message>
    <message>
        <source>School or university</source>
        <translation>École ou université</translation>
    </message>
    <message>
        <source>Skill</source>
        <translation>Compétence</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>Compétences</translation>
    </message>
    <message>
        <source>Street and number</source>
        <translation>Rue et numéro</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Matière</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Résumé</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>To</source>
        <translation>À</translation>
    </message>
    <message>
        <source>Town</source>
        <translation>Ville</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Nom d’utilisateur</translation>
    </message>
    <message>
        <source>Volunteering</source>
        <translation>Bénévolat</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Page web</translation>
    </message>
    <message>
        <source>What the organisation does</source>
        <translation>Ce que fait l’organisation</translation>
    </message>
    <message>
        <source>What they say of you</source>
        <translation>Ce qu’on dit de vous</translation>
    </message>
    <message>
        <source>What you did</source>
        <translation>Ce que vous avez fait</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Who gave it</source>
        <translation>Qui l’a décerné</translation>
    </message>
    <message>
        <source>Words, with commas between them</source>
        <translation>Des mots séparés par des virgules</translation>
    </message>
    <message>
        <source>Your part in it, with commas between</source>
        <translation>Vos rôles, séparés par des virgules</translation>
    </message>
</context>
<context>
    <name>ProfileChoice</name>
    <message>
        <source>A file is being read</source>
        <translation>Un fichier est en cours de lecture</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>CV</source>
        <translation>CV</translation>
    </message>
    <message>
        <source>CVs ({endings})</source>
        <translation>CV ({endings})</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Choose a CV</source>
        <translation>Choisir un CV</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Choisir un fichier</translation>
    </message>
    <message>
        <source>Go on reviewing {name}</source>
        <translation>Reprendre la relecture de {name}</translation>
    </message>
    <message>
        <source>No CV yet</source>
        <translation>Pas encore de CV</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>Sans nom</translation>
    </message>
    <message>
        <source>PDF, Word, JSON Resume, LinkedIn&apos;s export, Markdown or text. A file may be dropped here.</source>
        <translation>PDF, Word, JSON Resume, export LinkedIn, Markdown ou texte. Un fichier peut être déposé ici.</translation>
    </message>
    <message>
        <source>Read from {name}</source>
        <translation>Lu dans {name}</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>Lecture de {name}</translation>
    </message>
    <message>
        <source>Stop reading the file</source>
        <translation>Arrêter la lecture du fichier</translation>
    </message>
    <message>
        <source>The sample person</source>
        <translation>La personne d’exemple</translation>
    </message>
    <message>
        <source>{name} (older)</source>
        <translation>{name} (plus ancien)</translation>
    </message>
</context>
<context>
    <name>ProfileDates</name>
    <message>
        <source>present</source>
        <translation>aujourd&apos;hui</translation>
    </message>
</context>
<context>
    <name>ProfileHead</name>
    <message>
        <source>Delete this profile</source>
        <translation>Supprimer ce profil</translation>
    </message>
    <message>
        <source>Export as JSON Resume</source>
        <translation>Exporter en JSON Resume</translation>
    </message>
    <message>
        <source>Import a CV</source>
        <translation>Importer un CV</translation>
    </message>
    <message>
        <source>New profile</source>
        <translation>Nouveau profil</translation>
    </message>
    <message>
        <source>New profile, export, delete</source>
        <translation>Nouveau profil, exporter, supprimer</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Non enregistré</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Whose profile</source>
        <translation>Profil de qui</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>Sans nom</translation>
    </message>
</context>
<context>
    <name>ProfileMenu</name>
    <message>
        <source>Add: {field}</source>
        <translation>Ajouter : {field}</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Descendre</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Monter</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Enlever</translation>
    </message>
</context>
<context>
    <name>ProfilePage</name>
    <message>
        <source>Add a section</source>
        <translation>Ajouter une rubrique</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Commencer</translation>
    </message>
    <message>
        <source>Begin a new profile</source>
        <translation>Commencer un nouveau profil</translation>
    </message>
    <message>
        <source>Choose a CV</source>
        <translation>Choisir un CV</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Delete the profile of {name}?</source>
        <translation>Supprimer le profil de {name} ?</translation>
    </message>
    <message>
        <source>Delete this profile</source>
        <translation>Supprimer ce profil</translation>
    </message>
    <message>
        <source>Export as JSON Resume</source>
        <translation>Exporter en JSON Resume</translation>
    </message>
    <message>
        <source>Export this profile as JSON Resume</source>
        <translation>Exporter ce profil en JSON Resume</translation>
    </message>
    <message>
        <source>Go to the next pane</source>
        <translation>Aller au volet suivant</translation>
    </message>
    <message>
        <source>Import a CV</source>
        <translation>Importer un CV</translation>
    </message>
    <message>
        <source>Its lines and its history go, and cannot be brought back.</source>
        <translation>Ses lignes et son historique disparaissent, sans retour possible.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>New profile</source>
        <translation>Nouveau profil</translation>
    </message>
    <message>
        <source>One application made from it keeps it as it is.</source>
        <translation>Une candidature faite à partir de lui le garde tel quel.</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Redo what was undone</source>
        <translation>Rétablir ce qui a été annulé</translation>
    </message>
    <message>
        <source>So do its {count} choices for a kind of job.</source>
        <translation>Ses {count} choix pour un genre d’emploi aussi.</translation>
    </message>
    <message>
        <source>So does its choice for a kind of job.</source>
        <translation>Son choix pour un genre d’emploi aussi.</translation>
    </message>
    <message>
        <source>Undo the last change</source>
        <translation>Annuler le dernier changement</translation>
    </message>
    <message>
        <source>{count} applications made from it keep it as it is.</source>
        <translation>{count} candidatures faites à partir de lui le gardent tel quel.</translation>
    </message>
    <message>
        <source>What is your name?</source>
        <translation>Quel est votre nom ?</translation>
    </message>
</context>
<context>
    <name>ProposalField</name>
    <message>
        <source>Job</source>
        <translation>Poste</translation>
    </message>
    <message>
        <source>Job {number}</source>
        <translation>Poste {number}</translation>
    </message>
    <message>
        <source>Keep: {name}</source>
        <translation>Garder : {name}</translation>
    </message>
</context>
<context>
    <name>ProviderForm</name>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>As the system has it</source>
        <translation>Celui du système</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>Comme d’habitude</translation>
    </message>
    <message>
        <source>As usual ({number})</source>
        <translation>Comme d’habitude ({number})</translation>
    </message>
    <message>
        <source>At a time</source>
        <translation>À la fois</translation>
    </message>
    <message>
        <source>Certificate file</source>
        <translation>Fichier de certificat</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>Certificats (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>Choose the certificate file</source>
        <translation>Choisir le fichier de certificat</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>From the environment: {address}</source>
        <translation>De l’environnement : {address}</translation>
    </message>
    <message>
        <source>Further headers</source>
        <translation>Autres en-têtes</translation>
    </message>
    <message>
        <source>Headers, proxy, certificate, how many at a time</source>
        <translation>En-têtes, proxy, certificat, combien à la fois</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clé</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Moins</translation>
    </message>
    <message>
        <source>Only what the system trusts</source>
        <translation>Seulement ceux du système</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Stop the test</source>
        <translation>Arrêter le test</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Tester</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>Test en cours…</translation>
    </message>
    <message>
        <source>Texts at a time</source>
        <translation>Textes à la fois</translation>
    </message>
    <message>
        <source>Texts then go there as they are, without placeholders, and its models count as local.</source>
        <translation>Les textes y vont alors tels quels, sans substituts, et ses modèles comptent comme locaux.</translation>
    </message>
    <message>
        <source>Whose it is</source>
        <translation>À qui il est</translation>
    </message>
    <message>
        <source>{host} is mine</source>
        <translation>{host} est à moi</translation>
    </message>
</context>
<context>
    <name>PullCard</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>How much of {model} is here</source>
        <translation>Part de {model} déjà reçue</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>{verb}: {model}</source>
        <translation>{verb} : {model}</translation>
    </message>
</context>
<context>
    <name>PullsSection</name>
    <message>
        <source>Downloads</source>
        <translation>Téléchargements</translation>
    </message>
    <message>
        <source>What came of a paused or cancelled download stays with Ollama, which goes on from there.</source>
        <translation>Ce qui est arrivé d’un téléchargement en pause ou annulé reste dans Ollama, qui reprendra de là.</translation>
    </message>
</context>
<context>
    <name>RemarkWords</name>
    <message>
        <source>1 line</source>
        <translation>1 ligne</translation>
    </message>
    <message>
        <source>1 text</source>
        <translation>1 texte</translation>
    </message>
    <message>
        <source>An employer&apos;s system may put {texts} in another field: {named}. Use a usual section title, and dates such as “Jan 2020 – Mar 2021” on the line under the job.</source>
        <translation>Le système d’un employeur peut ranger {texts} dans un autre champ&#xa0;: {named}. Prenez un titre de rubrique usuel, et des dates comme «&#xa0;janv. 2020 – mars 2021&#xa0;» à la ligne sous le poste.</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>arabe</translation>
    </message>
    <message>
        <source>Armenian</source>
        <translation>arménien</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>chinois</translation>
    </message>
    <message>
        <source>Cut there, or allow another page.</source>
        <translation>Coupez là, ou acceptez une page de plus.</translation>
    </message>
    <message>
        <source>Cyrillic</source>
        <translation>cyrillique</translation>
    </message>
    <message>
        <source>Devanagari</source>
        <translation>devanagari</translation>
    </message>
    <message>
        <source>Georgian</source>
        <translation>géorgien</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>grec</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>hébreu</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>japonais</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>coréen</translation>
    </message>
    <message>
        <source>No font on this machine has these signs ({scripts}): {signs}. Empty boxes stand for them, and the PDF is not marked as accessible. Install a font that has them, such as one of the Noto fonts.</source>
        <translation>Aucune police de cet ordinateur n’a ces signes ({scripts})&#xa0;: {signs}. Des cases vides les remplacent, et le PDF n’est pas déclaré accessible. Installez une police qui les a, par exemple une des polices Noto.</translation>
    </message>
    <message>
        <source>Not every program can read {texts} from this file: {named}. Write these words without unusual signs, or choose another font or template.</source>
        <translation>Tous les programmes ne peuvent pas lire {texts} de ce fichier&#xa0;: {named}. Écrivez ces mots sans signes inhabituels, ou choisissez une autre police ou une autre maquette.</translation>
    </message>
    <message>
        <source>Of the links, {count} did not come back: {named}. Write the address as the link&apos;s words.</source>
        <translation>Liens qui ne sont pas revenus&#xa0;: {count} ({named}). Écrivez l’adresse en toutes lettres dans le lien.</translation>
    </message>
    <message>
        <source>Other programs cannot read {texts} from this file: {named}. Write these words without unusual signs, or choose another font or template.</source>
        <translation>Les autres programmes ne peuvent pas lire {texts} de ce fichier&#xa0;: {named}. Écrivez ces mots sans signes inhabituels, ou choisissez une autre police ou une autre maquette.</translation>
    </message>
    <message>
        <source>Thai</source>
        <translation>thaï</translation>
    </message>
    <message>
        <source>The longest sections: {sections}.</source>
        <translation>Les rubriques les plus longues&#xa0;: {sections}.</translation>
    </message>
    <message>
        <source>The longest text is “{text}” ({lines}).</source>
        <translation>Le texte le plus long est «&#xa0;{text}&#xa0;» ({lines}).</translation>
    </message>
    <message>
        <source>Whether other programs can read this file could not be checked.</source>
        <translation>Impossible de vérifier que d’autres programmes peuvent lire ce fichier.</translation>
    </message>
    <message>
        <source>such as emoji</source>
        <translation>émojis ou autres</translation>
    </message>
    <message>
        <source>{chosen} does not have all of the letters ({scripts}): those are set in {families}.</source>
        <translation>{chosen} n’a pas toutes les lettres ({scripts})&#xa0;: celles-là sont composées en {families}.</translation>
    </message>
    <message>
        <source>{chosen} does not have some of the signs: they are set in {families}.</source>
        <translation>{chosen} n’a pas certains signes&#xa0;: ils sont composés en {families}.</translation>
    </message>
    <message>
        <source>{count} lines</source>
        <translation>{count} lignes</translation>
    </message>
    <message>
        <source>{count} texts</source>
        <translation>{count} textes</translation>
    </message>
    <message>
        <source>{lines} too many for one page, even at the tightest.</source>
        <translation>{lines} de trop pour une page, même au plus serré.</translation>
    </message>
    <message>
        <source>{lines} too many for {pages} pages, even at the tightest.</source>
        <translation>{lines} de trop pour {pages} pages, même au plus serré.</translation>
    </message>
    <message>
        <source>{named} and {more} more</source>
        <translation>{named} et {more} autres</translation>
    </message>
    <message>
        <source>{texts} would be read in another order: {named}. Choose a template of one column, or put no two things on one line.</source>
        <translation>{texts} seraient lus dans un autre ordre&#xa0;: {named}. Choisissez une maquette à une colonne, ou ne mettez pas deux choses sur une ligne.</translation>
    </message>
    <message>
        <source>“{text}”</source>
        <translation>«&#xa0;{text}&#xa0;»</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>1 change is made.</source>
        <translation>1 changement sera fait.</translation>
    </message>
    <message>
        <source>1 field is unsure.</source>
        <translation>1 champ est incertain.</translation>
    </message>
    <message>
        <source>1 line is not placed.</source>
        <translation>1 ligne n’est pas placée.</translation>
    </message>
    <message>
        <source>About it</source>
        <translation>À propos</translation>
    </message>
    <message>
        <source>Dates as written</source>
        <translation>Dates telles quelles</translation>
    </message>
    <message>
        <source>Everything was read clearly.</source>
        <translation>Tout a été lu clairement.</translation>
    </message>
    <message>
        <source>From {name}</source>
        <translation>De {name}</translation>
    </message>
    <message>
        <source>From {name}, page {page}</source>
        <translation>De {name}, page {page}</translation>
    </message>
    <message>
        <source>In your profile: {words}</source>
        <translation>Dans votre profil : {words}</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Laisser de côté</translation>
    </message>
    <message>
        <source>Move: {line}</source>
        <translation>Déplacer : {line}</translation>
    </message>
    <message>
        <source>Moved from {before} to {after}</source>
        <translation>Passé de {before} à {after}</translation>
    </message>
    <message>
        <source>Not placed</source>
        <translation>Non placé</translation>
    </message>
    <message>
        <source>Nothing changes in your profile.</source>
        <translation>Rien ne change dans votre profil.</translation>
    </message>
    <message>
        <source>Other e-mail addresses</source>
        <translation>Autres adresses e-mail</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lieu</translation>
    </message>
    <message>
        <source>Put into…</source>
        <translation>Mettre dans…</translation>
    </message>
    <message>
        <source>Take away: {line}</source>
        <translation>Retirer : {line}</translation>
    </message>
    <message>
        <source>These lines fit no field. They stay with the file; put those that you want into your profile.</source>
        <translation>Ces lignes ne vont dans aucun champ. Elles restent avec le fichier ; mettez dans votre profil celles que vous voulez.</translation>
    </message>
    <message>
        <source>Use: {line}</source>
        <translation>Utiliser : {line}</translation>
    </message>
    <message>
        <source>Use: {section}</source>
        <translation>Utiliser : {section}</translation>
    </message>
    <message>
        <source>What you did: {entry}</source>
        <translation>Ce que vous avez fait : {entry}</translation>
    </message>
    <message>
        <source>What your profile has is not from this file: it was typed, or there before.</source>
        <translation>Ce qu’a votre profil ne vient pas de ce fichier : c’est saisi à la main, ou c’était déjà là.</translation>
    </message>
    <message>
        <source>Where “{line}” goes</source>
        <translation>Où va « {line} »</translation>
    </message>
    <message>
        <source>You took this out by hand.</source>
        <translation>Vous l’avez retiré à la main.</translation>
    </message>
    <message>
        <source>read unsurely</source>
        <translation>lecture incertaine</translation>
    </message>
    <message>
        <source>{count} changes are made.</source>
        <translation>{count} changements seront faits.</translation>
    </message>
    <message>
        <source>{count} fields are unsure.</source>
        <translation>{count} champs sont incertains.</translation>
    </message>
    <message>
        <source>{count} lines are not placed.</source>
        <translation>{count} lignes ne sont pas placées.</translation>
    </message>
</context>
<context>
    <name>ReviewDialog</name>
    <message>
        <source>A new profile</source>
        <translation>Un nouveau profil</translation>
    </message>
    <message>
        <source>Changed: {count}</source>
        <translation>Changé : {count}</translation>
    </message>
    <message>
        <source>Goes into</source>
        <translation>Va dans</translation>
    </message>
    <message>
        <source>It is being brought in</source>
        <translation>Import en cours</translation>
    </message>
    <message>
        <source>It is being prepared</source>
        <translation>Préparation en cours</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Look at what was read</source>
        <translation>Relire ce qui a été lu</translation>
    </message>
    <message>
        <source>Moved: {count}</source>
        <translation>Déplacés : {count}</translation>
    </message>
    <message>
        <source>New in the file: {count}</source>
        <translation>Nouveau dans le fichier : {count}</translation>
    </message>
    <message>
        <source>Next unsure field</source>
        <translation>Champ incertain suivant</translation>
    </message>
    <message>
        <source>No field is unsure</source>
        <translation>Aucun champ n’est incertain</translation>
    </message>
    <message>
        <source>No longer in the file: {count}</source>
        <translation>Plus dans le fichier : {count}</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>Sans nom</translation>
    </message>
    <message>
        <source>Nothing in this file is new to your profile.</source>
        <translation>Rien dans ce fichier n’est nouveau pour votre profil.</translation>
    </message>
    <message>
        <source>Read from {name}</source>
        <translation>Lu dans {name}</translation>
    </message>
    <message>
        <source>Same in both: {count}</source>
        <translation>Identique des deux côtés : {count}</translation>
    </message>
    <message>
        <source>The file itself stays where it is.</source>
        <translation>Le fichier lui-même reste où il est.</translation>
    </message>
    <message>
        <source>They stay in your profile unless you tick them.</source>
        <translation>Ces lignes restent dans votre profil, sauf si vous les cochez.</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Jeter</translation>
    </message>
    <message>
        <source>Throw away what was read from “{name}”?</source>
        <translation>Jeter ce qui a été lu dans « {name} » ?</translation>
    </message>
    <message>
        <source>Use this CV</source>
        <translation>Utiliser ce CV</translation>
    </message>
</context>
<context>
    <name>RowTools</name>
    <message>
        <source>Add a line below</source>
        <translation>Ajouter une ligne en dessous</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Enlever</translation>
    </message>
</context>
<context>
    <name>SectionOrder</name>
    <message>
        <source>As in the text</source>
        <translation>Comme dans le texte</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Descendre</translation>
    </message>
    <message>
        <source>It is the first</source>
        <translation>C’est la première</translation>
    </message>
    <message>
        <source>It is the last</source>
        <translation>C’est la dernière</translation>
    </message>
    <message>
        <source>Move the section down</source>
        <translation>Descendre la rubrique</translation>
    </message>
    <message>
        <source>Move the section up</source>
        <translation>Monter la rubrique</translation>
    </message>
    <message>
        <source>Sections in order; Alt and an arrow move one</source>
        <translation>Rubriques dans l’ordre&#xa0;; Alt et une flèche en déplacent une</translation>
    </message>
    <message>
        <source>These have titles of your own, and stand after the others: {titles}</source>
        <translation>Celles-ci ont un titre à vous, et viennent après les autres&#xa0;: {titles}</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Monter</translation>
    </message>
</context>
<context>
    <name>SendingDialog</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy this request exactly</source>
        <translation>Copier cette requête à l&apos;identique</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>Exact</translation>
    </message>
    <message>
        <source>Hidden from the server</source>
        <translation>Caché au serveur</translation>
    </message>
    <message>
        <source>How it is shown</source>
        <translation>Affichage</translation>
    </message>
    <message>
        <source>Nothing leaves this computer, or the machines that you marked as your own.</source>
        <translation>Rien ne quitte cet ordinateur, ni les machines que vous avez marquées comme vôtres.</translation>
    </message>
    <message>
        <source>Nothing left this computer, or the machines that you marked as your own.</source>
        <translation>Rien n&apos;a quitté cet ordinateur, ni les machines que vous avez marquées comme vôtres.</translation>
    </message>
    <message>
        <source>Nothing personal was found in this request.</source>
        <translation>Rien de personnel n&apos;a été trouvé dans cette requête.</translation>
    </message>
    <message>
        <source>Nothing will be sent: there is no part left to write.</source>
        <translation>Rien ne sera envoyé : il ne reste aucune partie à rédiger.</translation>
    </message>
    <message>
        <source>Putting it together</source>
        <translation>Préparation en cours</translation>
    </message>
    <message>
        <source>Readable</source>
        <translation>Lisible</translation>
    </message>
    <message>
        <source>Requests sent: {count}. This is their text, exactly.</source>
        <translation>Requêtes envoyées : {count}. Voici leur texte exact.</translation>
    </message>
    <message>
        <source>Requests, one for each part</source>
        <translation>Requêtes, une par partie</translation>
    </message>
    <message>
        <source>Requests: {count}, one after the other. This is their text, exactly. Nothing has been sent yet.</source>
        <translation>Requêtes : {count}, l&apos;une après l&apos;autre. Voici leur texte exact. Rien n&apos;a encore été envoyé.</translation>
    </message>
    <message>
        <source>To {url} · {size} bytes</source>
        <translation>Vers {url} · {size} octets</translation>
    </message>
    <message>
        <source>What is hidden, and what stands for it</source>
        <translation>Ce qui est caché, et ce qui le remplace</translation>
    </message>
    <message>
        <source>What the request says</source>
        <translation>Contenu de la requête</translation>
    </message>
    <message>
        <source>What was sent</source>
        <translation>Ce qui a été envoyé</translation>
    </message>
    <message>
        <source>What will be sent</source>
        <translation>Ce qui sera envoyé</translation>
    </message>
    <message>
        <source>Your key goes along in a header. It is not shown here.</source>
        <translation>Votre clé part dans un en-tête. Elle n&apos;est pas montrée ici.</translation>
    </message>
    <message>
        <source>{part}, asked again</source>
        <translation>{part}, redemandé</translation>
    </message>
    <message>
        <source>{part}, run {run}</source>
        <translation>{part}, passage {run}</translation>
    </message>
</context>
<context>
    <name>ServerRows</name>
    <message>
        <source>Use</source>
        <translation>Utiliser</translation>
    </message>
    <message>
        <source>Use {server}</source>
        <translation>Utiliser {server}</translation>
    </message>
    <message>
        <source>{server} runs on this computer: {address}</source>
        <translation>{server} tourne sur cet ordinateur : {address}</translation>
    </message>
</context>
<context>
    <name>ServersSection</name>
    <message>
        <source>, and {number} more</source>
        <translation>, et {number} autres</translation>
    </message>
    <message>
        <source>Ask {server} for its models</source>
        <translation>Demander ses modèles à {server}</translation>
    </message>
    <message>
        <source>Asks {address}</source>
        <translation>Demande à {address}</translation>
    </message>
    <message>
        <source>It has no model.</source>
        <translation>Il n’a pas de modèle.</translation>
    </message>
    <message>
        <source>LM Studio and llama.cpp show here by themselves while they run on this computer. Providers elsewhere show here once they have a key, and are asked nothing until you say so.</source>
        <translation>LM Studio et llama.cpp apparaissent ici d’eux-mêmes quand ils fonctionnent sur cet ordinateur. Les fournisseurs distants apparaissent quand ils ont une clé ; rien ne leur est demandé sans votre accord.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Regarder à nouveau</translation>
    </message>
    <message>
        <source>Not asked yet.</source>
        <translation>Pas encore demandé.</translation>
    </message>
    <message>
        <source>Other servers and providers</source>
        <translation>Autres serveurs et fournisseurs</translation>
    </message>
    <message>
        <source>Sets the address in the settings</source>
        <translation>Met l’adresse dans les réglages</translation>
    </message>
    <message>
        <source>Show its models</source>
        <translation>Voir ses modèles</translation>
    </message>
    <message>
        <source>Write with it</source>
        <translation>Écrire avec</translation>
    </message>
    <message>
        <source>Write with {server}</source>
        <translation>Écrire avec {server}</translation>
    </message>
    <message>
        <source>on this computer, {address}</source>
        <translation>sur cet ordinateur, {address}</translation>
    </message>
</context>
<context>
    <name>SetDialog</name>
    <message>
        <source>Add a part</source>
        <translation>Ajouter un élément</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Choisir</translation>
    </message>
    <message>
        <source>Choose a format.</source>
        <translation>Choisissez un format.</translation>
    </message>
    <message>
        <source>Choose the folder that the files go to</source>
        <translation>Choisir le dossier où vont les fichiers</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Export the application</source>
        <translation>Exporter la candidature</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>Formats</translation>
    </message>
    <message>
        <source>In this folder stand {count} of these files already.</source>
        <translation>{count} de ces fichiers se trouvent déjà dans ce dossier.</translation>
    </message>
    <message>
        <source>In this folder stands already: {name}</source>
        <translation>Se trouve déjà dans ce dossier&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Looking for the files</source>
        <translation>Recherche des fichiers</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Noms</translation>
    </message>
    <message>
        <source>Parts: {explained}.</source>
        <translation>Éléments&#xa0;: {explained}.</translation>
    </message>
    <message>
        <source>Replace and export</source>
        <translation>Remplacer et exporter</translation>
    </message>
    <message>
        <source>Stands there: is replaced</source>
        <translation>S’y trouve déjà&#xa0;: remplacé</translation>
    </message>
    <message>
        <source>The files</source>
        <translation>Les fichiers</translation>
    </message>
    <message>
        <source>Writing the files and reading them back</source>
        <translation>Écriture et relecture des fichiers</translation>
    </message>
    <message>
        <source>{written} of {count} files are written.</source>
        <translation>{written} fichiers sur {count} sont écrits.</translation>
    </message>
</context>
<context>
    <name>SetExporting</name>
    <message>
        <source>Choose the folder</source>
        <translation>Choisir le dossier</translation>
    </message>
    <message>
        <source>The last changes could not be saved, so nothing was written.</source>
        <translation>Les derniers changements n’ont pas pu être enregistrés&#xa0;: rien n’a été écrit.</translation>
    </message>
    <message>
        <source>{count} files are written.</source>
        <translation>{count} fichiers sont écrits.</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Choose one above.</source>
        <translation>Choisissez-en un plus haut.</translation>
    </message>
    <message>
        <source>{address} answered in {milliseconds} ms. It has {models}.</source>
        <translation>{address} a répondu en {milliseconds} ms. Il a {models}.</translation>
    </message>
    <message>
        <source>{model} is among them.</source>
        <translation>{model} en fait partie.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Vie privée</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>Compétences</translation>
    </message>
    <message>
        <source>Writer</source>
        <translation>Rédacteur</translation>
    </message>
    <message>
        <source>Writers</source>
        <translation>Rédacteurs</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Nothing here yet.</source>
        <translation>Rien pour l’instant.</translation>
    </message>
    <message>
        <source>This ends before it begins.</source>
        <translation>La fin est avant le début.</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>laissé de côté</translation>
    </message>
</context>
<context>
    <name>SkillsSection</name>
    <message>
        <source>A file is being read.</source>
        <translation>Un fichier est en cours de lecture.</translation>
    </message>
    <message>
        <source>Add a language…</source>
        <translation>Ajouter une langue…</translation>
    </message>
    <message>
        <source>Added: {language}. Matches and marks follow it from now on.</source>
        <translation>Ajouté : {language}. Les correspondances et les marques en tiennent compte désormais.</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Another language</source>
        <translation>Une autre langue</translation>
    </message>
    <message>
        <source>Choose ESCO’s skills</source>
        <translation>Choisir les compétences d’ESCO</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Anglais</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Français</translation>
    </message>
    <message>
        <source>Lists of skills ({endings})</source>
        <translation>Listes de compétences ({endings})</translation>
    </message>
    <message>
        <source>Offers, CVs and documents are read by the names that ESCO, the European Commission’s classification, has for skills. Its site, esco.ec.europa.eu, gives them in 28 languages: download the skills as CSV, and add the file named skills or drop it here.</source>
        <translation>Les offres, les CV et les documents sont lus avec les noms que donne aux compétences ESCO, la classification de la Commission européenne. Son site, esco.ec.europa.eu, les propose en 28 langues : téléchargez les compétences au format CSV et ajoutez le fichier nommé skills ou déposez-le ici.</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>Lecture du fichier…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Remove {language}</source>
        <translation>Retirer : {language}</translation>
    </message>
    <message>
        <source>This list is damaged: add its file again, or remove it.</source>
        <translation>Cette liste est endommagée : ajoutez de nouveau son fichier, ou retirez-la.</translation>
    </message>
    <message>
        <source>{count} names of the commonest skills</source>
        <translation>{count} noms des compétences les plus courantes</translation>
    </message>
    <message>
        <source>{count} skills, added by you</source>
        <translation>{count} compétences, ajoutées par vous</translation>
    </message>
    <message>
        <source>{count} skills: all of ESCO</source>
        <translation>{count} compétences : tout ESCO</translation>
    </message>
</context>
<context>
    <name>SourcePages</name>
    <message>
        <source>Pages of the file</source>
        <translation>Pages du fichier</translation>
    </message>
</context>
<context>
    <name>SpellingWays</name>
    <message>
        <source>Looking for words</source>
        <translation>Recherche de mots</translation>
    </message>
    <message>
        <source>No word is misspelt.</source>
        <translation>Aucun mot n’est mal orthographié.</translation>
    </message>
    <message>
        <source>Nothing like it is known</source>
        <translation>Rien de semblable n’est connu</translation>
    </message>
    <message>
        <source>“{word}” is right</source>
        <translation>« {word} » est correct</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>({number} more after this)</source>
        <translation>(encore {number} ensuite)</translation>
    </message>
    <message>
        <source>And {number} more reasons.</source>
        <translation>Et {number} autres raisons.</translation>
    </message>
    <message>
        <source>Edit it</source>
        <translation>Le modifier</translation>
    </message>
    <message>
        <source>Hide it</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>Keep the draft</source>
        <translation>Garder l’ébauche</translation>
    </message>
    <message>
        <source>Put it into the document and go to what has no fact</source>
        <translation>Le mettre dans le document et aller à ce qui n’a pas de fait</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>The model&apos;s {part} was not used: {why}</source>
        <translation>Texte du modèle écarté ({part})&#xa0;: {why}</translation>
    </message>
    <message>
        <source>Use it all the same</source>
        <translation>L’utiliser quand même</translation>
    </message>
    <message>
        <source>What the model wrote</source>
        <translation>Ce que le modèle a écrit</translation>
    </message>
</context>
<context>
    <name>Swatches</name>
    <message>
        <source>A colour of your own</source>
        <translation>Une couleur à vous</translation>
    </message>
    <message>
        <source>As the template has it</source>
        <translation>Comme dans la maquette</translation>
    </message>
    <message>
        <source>Choose a colour of your own</source>
        <translation>Choisir une couleur à vous</translation>
    </message>
    <message>
        <source>Colour of the document</source>
        <translation>Couleur du document</translation>
    </message>
    <message>
        <source>Other…</source>
        <translation>Autre…</translation>
    </message>
</context>
<context>
    <name>TalkList</name>
    <message>
        <source>All that was said in it goes. Successes and pitches that you kept of it stay.</source>
        <translation>Tout ce qui y a été dit disparaît. Les réussites et présentations que vous en avez gardées restent.</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Candidature</translation>
    </message>
    <message>
        <source>Choose an application first.</source>
        <translation>Choisissez d’abord une candidature.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Delete the talk</source>
        <translation>Supprimer l’échange</translation>
    </message>
    <message>
        <source>Delete this talk?
{kind}: {begins}</source>
        <translation>Supprimer cet échange ?
{kind} : {begins}</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Supprimer…</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>New talk</source>
        <translation>Nouvel échange</translation>
    </message>
    <message>
        <source>No application</source>
        <translation>Sans candidature</translation>
    </message>
    <message>
        <source>Talks</source>
        <translation>Échanges</translation>
    </message>
    <message>
        <source>There is no talk to delete.</source>
        <translation>Il n’y a pas d’échange à supprimer.</translation>
    </message>
    <message>
        <source>Untitled offer</source>
        <translation>Offre sans titre</translation>
    </message>
    <message>
        <source>answering</source>
        <translation>répond</translation>
    </message>
</context>
<context>
    <name>TalkPane</name>
    <message>
        <source>An answer is being written.</source>
        <translation>Une réponse est en cours d’écriture.</translation>
    </message>
    <message>
        <source>Choose an application first.</source>
        <translation>Choisissez d’abord une candidature.</translation>
    </message>
    <message>
        <source>Coach</source>
        <translation>Coach</translation>
    </message>
    <message>
        <source>Keep…</source>
        <translation>Garder…</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Gardé</translation>
    </message>
    <message>
        <source>Looking for models</source>
        <translation>Recherche de modèles</translation>
    </message>
    <message>
        <source>Practise what to say of yourself, and keep what is worth it.</source>
        <translation>Exercez-vous à parler de vous, et gardez ce qui en vaut la peine.</translation>
    </message>
    <message>
        <source>See what of this talk is worth keeping</source>
        <translation>Voir ce qui vaut d’être gardé de cet échange</translation>
    </message>
    <message>
        <source>See what you have kept</source>
        <translation>Voir ce que vous avez gardé</translation>
    </message>
    <message>
        <source>What do you want to prepare?</source>
        <translation>Que voulez-vous préparer ?</translation>
    </message>
</context>
<context>
    <name>TalkView</name>
    <message>
        <source>Show earlier messages ({count} more)</source>
        <translation>Montrer les messages précédents (encore {count})</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>Ce qui a été dit</translation>
    </message>
</context>
<context>
    <name>TargetingBar</name>
    <message>
        <source>Choose what is shown and drag to order it. To change the words, go back to Everything.</source>
        <translation>Choisissez ce qui est montré et faites glisser pour l’ordonner. Pour changer les mots, revenez à Tout.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Delete this choice</source>
        <translation>Supprimer ce choix</translation>
    </message>
    <message>
        <source>Delete “{name}”?</source>
        <translation>Supprimer « {name} » ?</translation>
    </message>
    <message>
        <source>For which kind of job is it?</source>
        <translation>Pour quel genre d’emploi ?</translation>
    </message>
    <message>
        <source>For which kind of job is it? For example: teaching, backend.</source>
        <translation>Pour quel genre d’emploi ? Par exemple : enseignement, back-end.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>Créer</translation>
    </message>
    <message>
        <source>New choice</source>
        <translation>Nouveau choix</translation>
    </message>
    <message>
        <source>New choice for a kind of job</source>
        <translation>Nouveau choix pour un genre d’emploi</translation>
    </message>
    <message>
        <source>No application uses it yet.</source>
        <translation>Aucune candidature ne l’utilise encore.</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Rename or delete this choice</source>
        <translation>Renommer ou supprimer ce choix</translation>
    </message>
    <message>
        <source>Show:</source>
        <translation>Montrer :</translation>
    </message>
    <message>
        <source>Used for {count} applications: {names}</source>
        <translation>Utilisé pour {count} candidatures : {names}</translation>
    </message>
    <message>
        <source>Used for: {name}</source>
        <translation>Utilisé pour : {name}</translation>
    </message>
    <message>
        <source>Your profile keeps all its lines. Applications that use it show the whole profile again.</source>
        <translation>Votre profil garde toutes ses lignes. Les candidatures qui l’utilisent montrent de nouveau tout le profil.</translation>
    </message>
    <message>
        <source>untitled</source>
        <translation>sans titre</translation>
    </message>
</context>
<context>
    <name>TargetingChoice</name>
    <message>
        <source>Everything</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>What is shown of the profile</source>
        <translation>Ce qui est montré du profil</translation>
    </message>
</context>
<context>
    <name>TaskCard</name>
    <message>
        <source>How much is written</source>
        <translation>Avancement de la rédaction</translation>
    </message>
    <message>
        <source>{verb}: {task}</source>
        <translation>{verb}&#xa0;: {task}</translation>
    </message>
</context>
<context>
    <name>Tasks</name>
    <message>
        <source>1 word is kept.</source>
        <translation>1 mot est conservé.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Recommencer</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Arrêté.</translation>
    </message>
    <message>
        <source>The model did not write anything usable.</source>
        <translation>Le modèle n’a rien écrit d’utilisable.</translation>
    </message>
    <message>
        <source>The model reached its limit.</source>
        <translation>Le modèle a atteint sa limite.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>What was sent</source>
        <translation>Ce qui a été envoyé</translation>
    </message>
    <message>
        <source>Writing was interrupted.</source>
        <translation>La rédaction a été interrompue.</translation>
    </message>
    <message>
        <source>asked for {moment}</source>
        <translation>demandé&#xa0;: {moment}</translation>
    </message>
    <message>
        <source>by another JobMatch program</source>
        <translation>par un autre programme JobMatch</translation>
    </message>
    <message>
        <source>no answer yet, asking again in {seconds} s</source>
        <translation>pas encore de réponse, nouvelle demande dans {seconds} s</translation>
    </message>
    <message>
        <source>number {position} in line</source>
        <translation>numéro {position} dans la file</translation>
    </message>
    <message>
        <source>took {time}</source>
        <translation>en {time}</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>written by another JobMatch program</source>
        <translation>rédigé par un autre programme JobMatch</translation>
    </message>
    <message>
        <source>{number} words are kept.</source>
        <translation>{number} mots sont conservés.</translation>
    </message>
    <message>
        <source>{part}, {number} of {count}</source>
        <translation>{part}, {number} sur {count}</translation>
    </message>
</context>
<context>
    <name>TasksPage</name>
    <message>
        <source>Ended</source>
        <translation>Terminées</translation>
    </message>
    <message>
        <source>Nothing has been written yet. What is being written shows here.</source>
        <translation>Rien n’a encore été rédigé. Ce qui est en cours de rédaction s’affiche ici.</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Show older ones ({count} more)</source>
        <translation>Afficher les plus anciennes (encore {count})</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tâches</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>{number} running</source>
        <translation>{number} en cours</translation>
    </message>
    <message>
        <source>{number} waiting</source>
        <translation>{number} en attente</translation>
    </message>
</context>
<context>
    <name>Thinking</name>
    <message>
        <source>Thinking</source>
        <translation>Réflexion</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>A CV with more than {most} is not read.</source>
        <translation>Un CV de plus de {most} n&apos;est pas lu.</translation>
    </message>
    <message>
        <source>A JSON Resume is an object with fields such as basics, work or education; this is {found}.</source>
        <translation>Un JSON Resume est un objet avec des champs tels que basics, work ou education&#xa0;; ceci est {found}.</translation>
    </message>
    <message>
        <source>A context of {asked} tokens is too small for a text.</source>
        <translation>Un contexte de {asked} tokens est trop petit pour un texte.</translation>
    </message>
    <message>
        <source>A file cannot stand in its place.</source>
        <translation>Un fichier ne peut pas prendre sa place.</translation>
    </message>
    <message>
        <source>A model is downloaded once, then it works offline.</source>
        <translation>Un modèle est téléchargé une fois, puis il fonctionne hors ligne.</translation>
    </message>
    <message>
        <source>A name is made of words and of these parts: {parts}.</source>
        <translation>Un nom se compose de mots et de ces éléments : {parts}.</translation>
    </message>
    <message>
        <source>A temperature of {asked} cannot be.</source>
        <translation>Une température de {asked} est impossible.</translation>
    </message>
    <message>
        <source>Add it, or choose another template.</source>
        <translation>Ajoutez-le, ou choisissez une autre maquette.</translation>
    </message>
    <message>
        <source>An answer is already being written in this talk.</source>
        <translation>Une réponse est déjà en train de s’écrire dans cet échange.</translation>
    </message>
    <message>
        <source>Another JobMatch window or command works on it.</source>
        <translation>Une autre fenêtre ou commande JobMatch y travaille.</translation>
    </message>
    <message>
        <source>Another program has kept it locked for {seconds} seconds.</source>
        <translation>Un autre programme le verrouille depuis {seconds} secondes.</translation>
    </message>
    <message>
        <source>Another program made it.</source>
        <translation>Un autre programme l’a créé.</translation>
    </message>
    <message>
        <source>Another program may have stopped it or needed the memory.</source>
        <translation>Un autre programme l’a peut-être arrêté ou avait besoin de la mémoire.</translation>
    </message>
    <message>
        <source>Answer it, or log out and in again, then try again.</source>
        <translation>Répondez-lui, ou fermez puis rouvrez la session, et réessayez.</translation>
    </message>
    <message>
        <source>Ask it to be cancelled, or wait for it to end.</source>
        <translation>Demandez son annulation, ou attendez sa fin.</translation>
    </message>
    <message>
        <source>Ask who runs it, correct the address, or leave the proxy out.</source>
        <translation>Demandez à qui le gère, corrigez l’adresse, ou passez-vous du proxy.</translation>
    </message>
    <message>
        <source>Ask who runs it, or choose another model.</source>
        <translation>Demandez à qui l’exploite, ou choisissez un autre modèle.</translation>
    </message>
    <message>
        <source>Cannot read {path}.</source>
        <translation>Impossible de lire {path}.</translation>
    </message>
    <message>
        <source>Change the pattern of the file names.</source>
        <translation>Modifiez le modèle des noms de fichiers.</translation>
    </message>
    <message>
        <source>Check the address and the network connection.</source>
        <translation>Vérifiez l’adresse et la connexion réseau.</translation>
    </message>
    <message>
        <source>Check the address and your connection, or paste the text of the offer.</source>
        <translation>Vérifiez l&apos;adresse et votre connexion, ou collez le texte de l&apos;offre.</translation>
    </message>
    <message>
        <source>Check the address, or type the name of a model.</source>
        <translation>Vérifiez l&apos;adresse, ou saisissez le nom d&apos;un modèle.</translation>
    </message>
    <message>
        <source>Check the address.</source>
        <translation>Vérifiez l’adresse.</translation>
    </message>
    <message>
        <source>Check the key.</source>
        <translation>Vérifiez la clé.</translation>
    </message>
    <message>
        <source>Check the name and that you may read it.</source>
        <translation>Vérifiez le nom et vos droits de lecture.</translation>
    </message>
    <message>
        <source>Check the spelling, the part after the colon included.</source>
        <translation>Vérifiez l’orthographe, y compris la partie après les deux-points.</translation>
    </message>
    <message>
        <source>Check this text with care, or choose a model with a larger context.</source>
        <translation>Relisez ce texte avec soin, ou choisissez un modèle au contexte plus grand.</translation>
    </message>
    <message>
        <source>Choose 0 to 2, or none, for the usual one.</source>
        <translation>Choisissez entre 0 et 2, ou rien pour la température habituelle.</translation>
    </message>
    <message>
        <source>Choose 1 to {most}.</source>
        <translation>Choisissez entre 1 et {most}.</translation>
    </message>
    <message>
        <source>Choose a JPEG or PNG picture, or leave the photo out.</source>
        <translation>Choisissez une image JPEG ou PNG, ou renoncez à la photo.</translation>
    </message>
    <message>
        <source>Choose a JSON Resume file that was saved whole.</source>
        <translation>Choisissez un fichier JSON Resume enregistré en entier.</translation>
    </message>
    <message>
        <source>Choose a JSON Resume file, or mend that line.</source>
        <translation>Choisissez un fichier JSON Resume, ou corrigez cette ligne.</translation>
    </message>
    <message>
        <source>Choose a Markdown or text file.</source>
        <translation>Choisissez un fichier Markdown ou texte.</translation>
    </message>
    <message>
        <source>Choose a file that was saved whole.</source>
        <translation>Choisissez un fichier enregistré en entier.</translation>
    </message>
    <message>
        <source>Choose a page (HTML), a PDF, a Word document or a text, or paste the text of the offer.</source>
        <translation>Choisissez une page (HTML), un PDF, un document Word ou un texte, ou collez le texte de l&apos;offre.</translation>
    </message>
    <message>
        <source>Choose a shorter or plainer name.</source>
        <translation>Choisissez un nom plus court ou plus simple.</translation>
    </message>
    <message>
        <source>Choose another copy; nothing was changed.</source>
        <translation>Choisissez une autre copie&#xa0;; rien n’a été modifié.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Choisissez un autre fichier.</translation>
    </message>
    <message>
        <source>Choose another folder or name.</source>
        <translation>Choisissez un autre dossier ou un autre nom.</translation>
    </message>
    <message>
        <source>Choose another folder with --data-dir. The file was not touched.</source>
        <translation>Choisissez un autre dossier avec --data-dir. Le fichier n’a pas été touché.</translation>
    </message>
    <message>
        <source>Choose another folder, or make room, and export again.</source>
        <translation>Choisissez un autre dossier, ou faites de la place, et exportez à nouveau.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>Choose another job.</source>
        <translation>Choisissez un autre poste.</translation>
    </message>
    <message>
        <source>Choose another model, or write this part yourself.</source>
        <translation>Choisissez un autre modèle, ou écrivez cette partie vous-même.</translation>
    </message>
    <message>
        <source>Choose another model.</source>
        <translation>Choisissez un autre modèle.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Choisissez un autre nom.</translation>
    </message>
    <message>
        <source>Choose another template.</source>
        <translation>Choisissez une autre maquette.</translation>
    </message>
    <message>
        <source>Choose composer, which needs no model, or one of these: {known}.</source>
        <translation>Choisissez composer, qui n’a pas besoin de modèle, ou l’un de ceux-ci : {known}.</translation>
    </message>
    <message>
        <source>Choose one of those in its list: `jobmatch-desktop models --provider {name}` prints it.</source>
        <translation>Choisissez-en un de sa liste : `jobmatch-desktop models --provider {name}` l’affiche.</translation>
    </message>
    <message>
        <source>Choose one under Generate.</source>
        <translation>Choisissez-en un sous Générer.</translation>
    </message>
    <message>
        <source>Choose one, or answer the same questions in the form.</source>
        <translation>Choisissez-en un, ou répondez aux mêmes questions dans le formulaire.</translation>
    </message>
    <message>
        <source>Choose the CV alone, or save its pages as a file of their own.</source>
        <translation>Choisissez le CV seul, ou enregistrez ses pages dans un fichier à part.</translation>
    </message>
    <message>
        <source>Choose the file again to bring it in once more.</source>
        <translation>Choisissez de nouveau le fichier pour le réimporter.</translation>
    </message>
    <message>
        <source>Choose the file that the CV was written in, or a PDF made by that program.</source>
        <translation>Choisissez le fichier dans lequel le CV a été écrit, ou un PDF fait par ce programme.</translation>
    </message>
    <message>
        <source>Choose {least} or more, or none, for what a text needs.</source>
        <translation>Choisissez {least} ou plus, ou rien pour ce qu’il faut au texte.</translation>
    </message>
    <message>
        <source>Choose {limit} or fewer, or none, for what a text needs.</source>
        <translation>Choisissez {limit} ou moins, ou rien pour ce qu’il faut au texte.</translation>
    </message>
    <message>
        <source>Close it there and export again, or choose another name.</source>
        <translation>Fermez-le et exportez de nouveau, ou choisissez un autre nom.</translation>
    </message>
    <message>
        <source>Close it, then try again.</source>
        <translation>Fermez-la, puis réessayez.</translation>
    </message>
    <message>
        <source>Close other programs, or choose a smaller model.</source>
        <translation>Fermez d’autres programmes, ou choisissez un modèle plus petit.</translation>
    </message>
    <message>
        <source>Close what uses it (a backup, a database viewer, another JobMatch window), then try again.</source>
        <translation>Fermez ce qui l’utilise (une sauvegarde, un lecteur de bases de données, une autre fenêtre JobMatch), puis réessayez.</translation>
    </message>
    <message>
        <source>Connect the drive or the network again, or choose a folder on this computer.</source>
        <translation>Reconnectez le disque ou le réseau, ou choisissez un dossier de cet ordinateur.</translation>
    </message>
    <message>
        <source>Copy it again, the key alone.</source>
        <translation>Copiez-la à nouveau, la clé seule.</translation>
    </message>
    <message>
        <source>Copy the words from the task, or undo the deletion.</source>
        <translation>Copiez les mots de la tâche, ou annulez la suppression.</translation>
    </message>
    <message>
        <source>Correct it, or leave it out.</source>
        <translation>Corrigez-le, ou retirez-le.</translation>
    </message>
    <message>
        <source>Correct that variable, or give the proxy in the settings.</source>
        <translation>Corrigez cette variable ou indiquez le proxy dans les réglages.</translation>
    </message>
    <message>
        <source>DISPLAY and WAYLAND_DISPLAY are empty.</source>
        <translation>DISPLAY et WAYLAND_DISPLAY sont vides.</translation>
    </message>
    <message>
        <source>Document {document} was changed elsewhere.</source>
        <translation>Le document {document} a été modifié ailleurs.</translation>
    </message>
    <message>
        <source>Download the skills from ESCO as CSV, in your language, and choose the file named skills.</source>
        <translation>Téléchargez les compétences d’ESCO en CSV, dans votre langue, et choisissez le fichier nommé skills.</translation>
    </message>
    <message>
        <source>Every part of it is left out.</source>
        <translation>Toutes ses parties sont laissées de côté.</translation>
    </message>
    <message>
        <source>Export again to replace it, or choose another folder or name.</source>
        <translation>Exportez de nouveau pour le remplacer, ou choisissez un autre dossier ou un autre nom.</translation>
    </message>
    <message>
        <source>Give 2 to {most} characters.</source>
        <translation>Donnez de 2 à {most} caractères.</translation>
    </message>
    <message>
        <source>Give a number from 1 to {count}.</source>
        <translation>Donnez un nombre de 1 à {count}.</translation>
    </message>
    <message>
        <source>Give it in the settings, or with --base-url: such as http://127.0.0.1:1234/v1.</source>
        <translation>Donnez-la dans les réglages, ou avec --base-url : par exemple http://127.0.0.1:1234/v1.</translation>
    </message>
    <message>
        <source>Give it in the settings, or with `jobmatch-desktop keys set {name}`.</source>
        <translation>Donnez-la dans les réglages, ou avec `jobmatch-desktop keys set {name}`.</translation>
    </message>
    <message>
        <source>Give one of these: {known}.</source>
        <translation>Donnez l’un de ceux-ci : {known}.</translation>
    </message>
    <message>
        <source>Give one that begins with https:// or http://, or paste the text of the offer.</source>
        <translation>Donnez-en une qui commence par https:// ou http://, ou collez le texte de l&apos;offre.</translation>
    </message>
    <message>
        <source>Give that address itself if you mean it, or paste the text of the offer.</source>
        <translation>Donnez cette adresse elle-même si c&apos;est bien elle, ou collez le texte de l&apos;offre.</translation>
    </message>
    <message>
        <source>Give the certificate of its authority as a file, or check whether the address begins with http or https.</source>
        <translation>Donnez le certificat de son autorité dans un fichier, ou vérifiez si l’adresse commence par http ou https.</translation>
    </message>
    <message>
        <source>Give the key in its own place: it goes to the system&apos;s keyring.</source>
        <translation>Donnez la clé à sa place : elle va dans le trousseau du système.</translation>
    </message>
    <message>
        <source>Go back to an earlier version instead.</source>
        <translation>Revenez plutôt à une version antérieure.</translation>
    </message>
    <message>
        <source>Go on writing. Start the program again to try it once more.</source>
        <translation>Continuez à écrire. Redémarrez le programme pour réessayer.</translation>
    </message>
    <message>
        <source>HTTP_PROXY, HTTPS_PROXY or ALL_PROXY holds something else than an http:// or https:// address, such as SOCKS.</source>
        <translation>HTTP_PROXY, HTTPS_PROXY ou ALL_PROXY contient autre chose qu&apos;une adresse http:// ou https://, par exemple SOCKS.</translation>
    </message>
    <message>
        <source>If you trust that place, give it as the address.</source>
        <translation>Si vous faites confiance à cet endroit, donnez-le comme adresse.</translation>
    </message>
    <message>
        <source>In its template.toml the value of “{key}” is not of its kind.</source>
        <translation>Dans son template.toml, la valeur de «&#xa0;{key}&#xa0;» n’est pas du bon genre.</translation>
    </message>
    <message>
        <source>Install it, or let the composer write, which needs no model.</source>
        <translation>Installez-le, ou laissez le compositeur écrire&#xa0;: il n’a besoin d’aucun modèle.</translation>
    </message>
    <message>
        <source>Install the Hunspell dictionary of the language, then start the program again.</source>
        <translation>Installez le dictionnaire Hunspell de cette langue, puis redémarrez le programme.</translation>
    </message>
    <message>
        <source>Install the newer version, or choose another folder with --data-dir. The file was not touched.</source>
        <translation>Installez la version plus récente, ou choisissez un autre dossier avec --data-dir. Le fichier n’a pas été touché.</translation>
    </message>
    <message>
        <source>It accepts connections but says nothing: it may be starting, busy, or stuck.</source>
        <translation>Il accepte les connexions mais ne dit rien&#xa0;: il démarre peut-être, est occupé ou bloqué.</translation>
    </message>
    <message>
        <source>It answered that the sender is not known.</source>
        <translation>Il a répondu que l’expéditeur n’est pas connu.</translation>
    </message>
    <message>
        <source>It begins as {kind} does, but cannot be read as one.</source>
        <translation>Il commence comme {kind}, mais ne se lit pas ainsi.</translation>
    </message>
    <message>
        <source>It cannot be read as one.</source>
        <translation>Elle ne peut pas être lue comme telle.</translation>
    </message>
    <message>
        <source>It has format {found}; this version knows formats up to {known}.</source>
        <translation>Son format est {found}&#xa0;; cette version connaît les formats jusqu’à {known}.</translation>
    </message>
    <message>
        <source>It has more than {megabytes} MB.</source>
        <translation>Il a plus de {megabytes} Mo.</translation>
    </message>
    <message>
        <source>It holds a name or a password, which are not sent.</source>
        <translation>Elle contient un nom ou un mot de passe, qui ne sont pas envoyés.</translation>
    </message>
    <message>
        <source>It holds more than {megabytes} MB.</source>
        <translation>Il contient plus de {megabytes} Mo.</translation>
    </message>
    <message>
        <source>It holds more than {megabytes} MB{unpacked}, which no CV needs.</source>
        <translation>Il contient plus de {megabytes} Mo{unpacked}, ce dont aucun CV n&apos;a besoin.</translation>
    </message>
    <message>
        <source>It holds no text at all.</source>
        <translation>Il ne contient aucun texte.</translation>
    </message>
    <message>
        <source>It holds no words at all.</source>
        <translation>Il ne contient aucun mot.</translation>
    </message>
    <message>
        <source>It holds no words.</source>
        <translation>Elle ne contient aucun mot.</translation>
    </message>
    <message>
        <source>It holds {found}, not words.</source>
        <translation>Il contient {found}, pas des mots.</translation>
    </message>
    <message>
        <source>It holds {found}.</source>
        <translation>Il contient {found}.</translation>
    </message>
    <message>
        <source>It is at revision {stored}; the text is from revision {given}.</source>
        <translation>Il en est à la révision {stored}&#xa0;; le texte vient de la révision {given}.</translation>
    </message>
    <message>
        <source>It is damaged.</source>
        <translation>Elle est abîmée.</translation>
    </message>
    <message>
        <source>It is far longer than any part of a document.</source>
        <translation>C’est bien plus long que toute partie d’un document.</translation>
    </message>
    <message>
        <source>It is larger than {megabytes} MB.</source>
        <translation>Elle fait plus de {megabytes} Mo.</translation>
    </message>
    <message>
        <source>It is made for something else than text, such as search.</source>
        <translation>Il est fait pour autre chose que du texte, la recherche par exemple.</translation>
    </message>
    <message>
        <source>It is missing, not readable, or holds no certificate in PEM form.</source>
        <translation>Il est absent, illisible, ou ne contient pas de certificat au format PEM.</translation>
    </message>
    <message>
        <source>It is misspelled, retired, or not open to this key.</source>
        <translation>Il est mal écrit, retiré, ou pas ouvert à cette clé.</translation>
    </message>
    <message>
        <source>It is no JPEG, PNG, GIF or WebP picture.</source>
        <translation>Ce n’est pas une image JPEG, PNG, GIF ou WebP.</translation>
    </message>
    <message>
        <source>It is not a sound database that this version of JobMatch can read.</source>
        <translation>Ce n’est pas une base de données saine que cette version de JobMatch sait lire.</translation>
    </message>
    <message>
        <source>It is not followed, so that your texts go only where you chose.</source>
        <translation>Ce renvoi n’est pas suivi, afin que vos textes n’aillent que là où vous l’avez choisi.</translation>
    </message>
    <message>
        <source>It is notes, not sentences.</source>
        <translation>Ce sont des notes, pas des phrases.</translation>
    </message>
    <message>
        <source>It is read-only, or belongs to somebody else.</source>
        <translation>Il est en lecture seule, ou appartient à quelqu’un d’autre.</translation>
    </message>
    <message>
        <source>It is written to a file.</source>
        <translation>Elle est écrite dans un fichier.</translation>
    </message>
    <message>
        <source>It made the reader stop.</source>
        <translation>Il a arrêté le lecteur.</translation>
    </message>
    <message>
        <source>It may be another program, a login page, or a wrong path.</source>
        <translation>C’est peut-être un autre programme, une page de connexion ou un mauvais chemin.</translation>
    </message>
    <message>
        <source>It may be off, full, or gone from the network.</source>
        <translation>Elle est peut-être éteinte, pleine ou absente du réseau.</translation>
    </message>
    <message>
        <source>It may be too small for the task, or not made for chat.</source>
        <translation>Il est peut-être trop petit pour cette tâche, ou n’est pas fait pour le dialogue.</translation>
    </message>
    <message>
        <source>It may have been removed in another window.</source>
        <translation>Cet élément a peut-être été supprimé dans une autre fenêtre.</translation>
    </message>
    <message>
        <source>It may have ended at once: its place may be taken by another program, or its folder not readable.</source>
        <translation>Il s’est peut-être arrêté aussitôt : sa place est prise par un autre programme, ou son dossier est illisible.</translation>
    </message>
    <message>
        <source>It may want a password, not allow that place, or not find it.</source>
        <translation>Il veut peut-être un mot de passe, ne permet pas cet endroit ou ne le trouve pas.</translation>
    </message>
    <message>
        <source>It must be text in UTF-8 with the columns conceptUri, preferredLabel and altLabels, and skills in its rows.</source>
        <translation>Il faut un texte en UTF-8 avec les colonnes conceptUri, preferredLabel et altLabels, et des compétences dans ses lignes.</translation>
    </message>
    <message>
        <source>It reported a fault of its own.</source>
        <translation>Il a signalé une erreur de son côté.</translation>
    </message>
    <message>
        <source>It says something else than the draft.</source>
        <translation>Cela dit autre chose que le brouillon.</translation>
    </message>
    <message>
        <source>It speaks about the task, not for you.</source>
        <translation>Cela parle de la tâche, pas en votre nom.</translation>
    </message>
    <message>
        <source>It speaks to you, not for you.</source>
        <translation>Cela vous parle, au lieu de parler en votre nom.</translation>
    </message>
    <message>
        <source>It stops making sense at line {line}, column {column}.</source>
        <translation>Il n’a plus de sens à partir de la ligne {line}, colonne {column}.</translation>
    </message>
    <message>
        <source>It was accepted or thrown away, perhaps in another window.</source>
        <translation>Il a été accepté ou jeté, peut-être dans une autre fenêtre.</translation>
    </message>
    <message>
        <source>It was not there when you were asked what to replace.</source>
        <translation>Il n’y était pas quand on vous a demandé ce qui peut être remplacé.</translation>
    </message>
    <message>
        <source>It was not unlocked when it asked for its password, or could not ask here.</source>
        <translation>Il n’a pas été déverrouillé quand il a demandé son mot de passe, ou n’a pas pu le demander ici.</translation>
    </message>
    <message>
        <source>It, or D-Bus in between, may be stuck, or its window waits for an answer.</source>
        <translation>Lui-même, ou D-Bus qui y mène, est peut-être bloqué, ou sa fenêtre attend une réponse.</translation>
    </message>
    <message>
        <source>Its certificate is not trusted by this computer, or it does not speak TLS.</source>
        <translation>Cet ordinateur ne fait pas confiance à son certificat, ou il ne parle pas TLS.</translation>
    </message>
    <message>
        <source>Its file {entry} is not there.</source>
        <translation>Son fichier {entry} n’est pas là.</translation>
    </message>
    <message>
        <source>Its folder, or the file that stands there, is read-only or belongs to somebody else.</source>
        <translation>Son dossier, ou le fichier qui s’y trouve, est en lecture seule ou appartient à quelqu’un d’autre.</translation>
    </message>
    <message>
        <source>Its own page holds no CV; it holds {files}.</source>
        <translation>Sa page ne contient pas de CV ; il contient {files}.</translation>
    </message>
    <message>
        <source>Its pages are not in the file.</source>
        <translation>Ses pages ne sont pas dans le fichier.</translation>
    </message>
    <message>
        <source>Its pages are pictures, as a scan makes them, and nothing is guessed from pictures.</source>
        <translation>Ses pages sont des images, comme en fait un scanner, et rien n&apos;est deviné à partir d&apos;images.</translation>
    </message>
    <message>
        <source>Its section or entry was deleted or is no longer recognised ({key}).</source>
        <translation>Sa section ou son entrée a été supprimée ou n’est plus reconnue ({key}).</translation>
    </message>
    <message>
        <source>Its template.toml cannot be read.</source>
        <translation>Son template.toml ne peut pas être lu.</translation>
    </message>
    <message>
        <source>Its template.toml cannot be read: it stops at line {line}.</source>
        <translation>Son template.toml ne peut pas être lu&#xa0;: il s’arrête à la ligne {line}.</translation>
    </message>
    <message>
        <source>Its template.toml has no “{key}”.</source>
        <translation>Son template.toml n’a pas de «&#xa0;{key}&#xa0;».</translation>
    </message>
    <message>
        <source>Join them in one “{field}” and try again.</source>
        <translation>Réunissez-les en un seul «&#xa0;{field}&#xa0;» et réessayez.</translation>
    </message>
    <message>
        <source>Keys are kept in the system&apos;s keyring alone, never in a file.</source>
        <translation>Les clés sont gardées dans le seul trousseau du système, jamais dans un fichier.</translation>
    </message>
    <message>
        <source>Leave it out.</source>
        <translation>Retirez-le.</translation>
    </message>
    <message>
        <source>Left as drafted, since they do not fit into the {limit} tokens that the model holds: {count} of the parts.</source>
        <translation>Restent telles quelles, car elles ne tiennent pas dans les {limit} jetons que le modèle peut contenir : {count} des parties.</translation>
    </message>
    <message>
        <source>Left as drafted: the lines of {count} of the older jobs.</source>
        <translation>Restent telles quelles : les lignes de {count} des emplois plus anciens.</translation>
    </message>
    <message>
        <source>Load one there, then look again.</source>
        <translation>Chargez-en un là-bas, puis regardez à nouveau.</translation>
    </message>
    <message>
        <source>Look at it, then confirm again.</source>
        <translation>Regardez-le, puis confirmez à nouveau.</translation>
    </message>
    <message>
        <source>Look at the newer text and save again.</source>
        <translation>Regardez le texte plus récent et enregistrez à nouveau.</translation>
    </message>
    <message>
        <source>Look at the printer, then print again.</source>
        <translation>Vérifiez l’imprimante, puis imprimez de nouveau.</translation>
    </message>
    <message>
        <source>Look at the profile as it is now.</source>
        <translation>Regardez le profil tel qu’il est maintenant.</translation>
    </message>
    <message>
        <source>Look whether it opens in the system&apos;s settings, then try again.</source>
        <translation>Vérifiez qu’il s’ouvre dans les réglages du système, puis réessayez.</translation>
    </message>
    <message>
        <source>Make it writable, or choose another folder with --data-dir.</source>
        <translation>Rendez-le modifiable, ou choisissez un autre dossier avec --data-dir.</translation>
    </message>
    <message>
        <source>Make room or choose another folder, and export again. A file that stood there is as it was.</source>
        <translation>Faites de la place ou choisissez un autre dossier, puis exportez de nouveau. Un fichier qui s’y trouvait est tel qu’il était.</translation>
    </message>
    <message>
        <source>Make room, then try again; what was saved before is as it was.</source>
        <translation>Faites de la place, puis réessayez&#xa0;; ce qui était enregistré est intact.</translation>
    </message>
    <message>
        <source>Mend it, or choose another template.</source>
        <translation>Corrigez-la, ou choisissez une autre maquette.</translation>
    </message>
    <message>
        <source>Mend that line, or choose another template.</source>
        <translation>Corrigez cette ligne, ou choisissez une autre maquette.</translation>
    </message>
    <message>
        <source>Mend them in the file and try again.</source>
        <translation>Corrigez-les dans le fichier et réessayez.</translation>
    </message>
    <message>
        <source>More requests wait there than it takes.</source>
        <translation>Plus de demandes y attendent qu’il n’en accepte.</translation>
    </message>
    <message>
        <source>Names hold letters, digits and hyphens; values are plain ASCII on one line.</source>
        <translation>Les noms contiennent des lettres, des chiffres et des traits d’union ; les valeurs sont en ASCII, sur une ligne.</translation>
    </message>
    <message>
        <source>Neither can be read here.</source>
        <translation>Ni l&apos;un ni l&apos;autre ne se lit ici.</translation>
    </message>
    <message>
        <source>No computer of that name is known on this network.</source>
        <translation>Aucun ordinateur de ce nom n’est connu sur ce réseau.</translation>
    </message>
    <message>
        <source>No key for {provider} was given.</source>
        <translation>Aucune clé n’a été donnée pour {provider}.</translation>
    </message>
    <message>
        <source>No provider named {name} takes a key.</source>
        <translation>Aucun fournisseur nommé {name} ne prend de clé.</translation>
    </message>
    <message>
        <source>No template has this name.</source>
        <translation>Aucune maquette ne porte ce nom.</translation>
    </message>
    <message>
        <source>None is set up on this computer.</source>
        <translation>Aucune n’est installée sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Not shown to the model: {count} of the older jobs.</source>
        <translation>Non montrés au modèle : {count} des emplois plus anciens.</translation>
    </message>
    <message>
        <source>Not shown to the model: {count} of the skills.</source>
        <translation>Non montrées au modèle : {count} des compétences.</translation>
    </message>
    <message>
        <source>Nothing accepts connections there, or no computer of that name is known.</source>
        <translation>Rien n’y accepte de connexion, ou aucun ordinateur de ce nom n’est connu.</translation>
    </message>
    <message>
        <source>Nothing accepts connections there.</source>
        <translation>Rien n’y accepte de connexions.</translation>
    </message>
    <message>
        <source>Nothing answers at {address}, and no program of that name was found.</source>
        <translation>Rien ne répond à {address}, et aucun programme de ce nom n’a été trouvé.</translation>
    </message>
    <message>
        <source>Nothing new is started now.</source>
        <translation>Rien de nouveau n’est commencé maintenant.</translation>
    </message>
    <message>
        <source>Nothing of it can be read without that.</source>
        <translation>Rien ne s&apos;en lit sans cela.</translation>
    </message>
    <message>
        <source>Nothing of this file is used.</source>
        <translation>Rien de ce fichier n’est utilisé.</translation>
    </message>
    <message>
        <source>Of the offer&apos;s {all} characters, the {kept} that matter most here are read.</source>
        <translation>Des {all} caractères de l’offre, les {kept} qui comptent le plus ici sont lus.</translation>
    </message>
    <message>
        <source>Offers that were found: {count}.</source>
        <translation>Offres trouvées : {count}.</translation>
    </message>
    <message>
        <source>Only one of the two could be kept.</source>
        <translation>Une seule des deux pourrait être conservée.</translation>
    </message>
    <message>
        <source>Open it again and start over.</source>
        <translation>Ouvrez-le à nouveau et recommencez.</translation>
    </message>
    <message>
        <source>Open it in a browser, and paste the text of the offer.</source>
        <translation>Ouvrez-la dans un navigateur, puis collez le texte de l&apos;offre.</translation>
    </message>
    <message>
        <source>Open it in your browser, and paste the text of the offer.</source>
        <translation>Ouvrez-la dans votre navigateur, puis collez le texte de l&apos;offre.</translation>
    </message>
    <message>
        <source>Open one of your applications, or add one.</source>
        <translation>Ouvrez une de vos candidatures, ou ajoutez-en une.</translation>
    </message>
    <message>
        <source>Pages are fetched by http and https alone.</source>
        <translation>Les pages ne sont demandées qu’en http et https.</translation>
    </message>
    <message>
        <source>Paste the text of the offer instead.</source>
        <translation>Collez plutôt le texte de l&apos;offre.</translation>
    </message>
    <message>
        <source>Paste the text of the offer.</source>
        <translation>Collez le texte de l’offre.</translation>
    </message>
    <message>
        <source>Practice for an interview needs an offer.</source>
        <translation>S’entraîner à un entretien demande une offre.</translation>
    </message>
    <message>
        <source>Print it to a PDF from Acrobat and choose that.</source>
        <translation>Imprimez-le en PDF depuis Acrobat et choisissez ce fichier.</translation>
    </message>
    <message>
        <source>Put it back, or close JobMatch and open it again; copy what is in the editor first.</source>
        <translation>Remettez-le en place, ou fermez puis rouvrez JobMatch&#xa0;; copiez d’abord ce qui est dans l’éditeur.</translation>
    </message>
    <message>
        <source>Reading it took more than {megabytes} MB of memory and was stopped.</source>
        <translation>Sa lecture demandait plus de {megabytes} Mo de mémoire et a été arrêtée.</translation>
    </message>
    <message>
        <source>Reading it was not done after {seconds} s and was stopped.</source>
        <translation>Sa lecture n&apos;était pas finie après {seconds} s et a été arrêtée.</translation>
    </message>
    <message>
        <source>Rewriting needs a model.</source>
        <translation>La reformulation demande un modèle.</translation>
    </message>
    <message>
        <source>Run `ollama serve` in a terminal: it says there what is wrong.</source>
        <translation>Lancez `ollama serve` dans un terminal : il y dit ce qui ne va pas.</translation>
    </message>
    <message>
        <source>Save a copy without a password and choose that.</source>
        <translation>Enregistrez une copie sans mot de passe et choisissez-la.</translation>
    </message>
    <message>
        <source>Save it again from the program it came from, or choose another file.</source>
        <translation>Enregistrez-le à nouveau depuis son programme d’origine, ou choisissez un autre fichier.</translation>
    </message>
    <message>
        <source>Save it from Word as .docx without a password and choose that.</source>
        <translation>Enregistrez-le depuis Word en .docx, sans mot de passe, et choisissez ce fichier.</translation>
    </message>
    <message>
        <source>Save or download it again, or choose another file.</source>
        <translation>Enregistrez-le ou téléchargez-le de nouveau, ou choisissez un autre fichier.</translation>
    </message>
    <message>
        <source>Save the CV out of it and choose that.</source>
        <translation>Extrayez-en le CV et choisissez-le.</translation>
    </message>
    <message>
        <source>Saving needs free space, and there is none left.</source>
        <translation>L’enregistrement demande de l’espace libre, et il n’y en a plus.</translation>
    </message>
    <message>
        <source>Scripts of pages are not run here.</source>
        <translation>Les scripts des pages ne sont pas exécutés ici.</translation>
    </message>
    <message>
        <source>Select one paragraph, one list, or a part of one.</source>
        <translation>Sélectionnez un paragraphe, une liste ou une partie de l’un d’eux.</translation>
    </message>
    <message>
        <source>Set one up in the system&apos;s settings, or export a PDF and print that elsewhere.</source>
        <translation>Installez-en une dans les réglages du système, ou exportez un PDF et imprimez-le ailleurs.</translation>
    </message>
    <message>
        <source>Shorten the offer or the profile, or choose a model with a larger context.</source>
        <translation>Raccourcissez l’offre ou le profil, ou choisissez un modèle au contexte plus grand.</translation>
    </message>
    <message>
        <source>Some servers do not, and a wrong path does not either.</source>
        <translation>Certains serveurs ne le font pas, et un chemin erroné non plus.</translation>
    </message>
    <message>
        <source>Some settings could not be read: {fields}.</source>
        <translation>Certains réglages n’ont pas pu être lus&#xa0;: {fields}.</translation>
    </message>
    <message>
        <source>Something unexpected happened in the program.</source>
        <translation>Il s’est passé quelque chose d’inattendu dans le programme.</translation>
    </message>
    <message>
        <source>Start it in a desktop session, or work in the terminal: jobmatch-desktop --help lists what it does there.</source>
        <translation>Lancez-la dans une session graphique, ou travaillez dans le terminal&#xa0;: jobmatch-desktop --help dit ce qu’on y fait.</translation>
    </message>
    <message>
        <source>Start it, correct its address in the settings, or leave it out.</source>
        <translation>Démarrez-le, corrigez son adresse dans les réglages, ou passez-vous-en.</translation>
    </message>
    <message>
        <source>Start one, such as GNOME Keyring or KWallet, or give the key again in each session.</source>
        <translation>Démarrez-en un, comme GNOME Keyring ou KWallet, ou redonnez la clé à chaque session.</translation>
    </message>
    <message>
        <source>Start over, or choose another model.</source>
        <translation>Recommencez, ou choisissez un autre modèle.</translation>
    </message>
    <message>
        <source>Start over.</source>
        <translation>Recommencez.</translation>
    </message>
    <message>
        <source>Start over; if it happens again, restart {provider}.</source>
        <translation>Recommencez&#xa0;; si cela se reproduit, relancez {provider}.</translation>
    </message>
    <message>
        <source>Start {provider}, or correct its address.</source>
        <translation>Lancez {provider}, ou corrigez son adresse.</translation>
    </message>
    <message>
        <source>Task {id} belongs to another JobMatch program, so it cannot become {wanted} here.</source>
        <translation>La tâche {id} appartient à un autre programme JobMatch&#xa0;; elle ne peut pas passer à l’état {wanted} ici.</translation>
    </message>
    <message>
        <source>Task {id} is at work on it.</source>
        <translation>La tâche {id} y travaille.</translation>
    </message>
    <message>
        <source>Task {id} is {status}, so it cannot become {wanted}.</source>
        <translation>La tâche {id} est dans l’état {status}&#xa0;; elle ne peut pas passer à l’état {wanted}.</translation>
    </message>
    <message>
        <source>The PDF has {pages} pages.</source>
        <translation>Le PDF a {pages} pages.</translation>
    </message>
    <message>
        <source>The PDF holds no text.</source>
        <translation>Le PDF ne contient pas de texte.</translation>
    </message>
    <message>
        <source>The PDF is a folder of other files.</source>
        <translation>Le PDF est un dossier d&apos;autres fichiers.</translation>
    </message>
    <message>
        <source>The PDF is a form that only Adobe Acrobat can show.</source>
        <translation>Le PDF est un formulaire que seul Adobe Acrobat affiche.</translation>
    </message>
    <message>
        <source>The PDF is protected by a password.</source>
        <translation>Le PDF est protégé par un mot de passe.</translation>
    </message>
    <message>
        <source>The account at {provider} has no credit left.</source>
        <translation>Le compte chez {provider} n’a plus de crédit.</translation>
    </message>
    <message>
        <source>The address begins with http, so anybody on the way could read the key.</source>
        <translation>L’adresse commence par http : n’importe qui en chemin pourrait lire la clé.</translation>
    </message>
    <message>
        <source>The address of the compatible server is not set.</source>
        <translation>L’adresse du serveur compatible n’est pas réglée.</translation>
    </message>
    <message>
        <source>The address of the proxy cannot be used.</source>
        <translation>L’adresse du proxy est inutilisable.</translation>
    </message>
    <message>
        <source>The address of the proxy holds a user name or a password.</source>
        <translation>L’adresse du proxy contient un nom d’utilisateur ou un mot de passe.</translation>
    </message>
    <message>
        <source>The address of {provider} cannot be used: {text}.</source>
        <translation>L’adresse de {provider} n’est pas utilisable&#xa0;: {text}.</translation>
    </message>
    <message>
        <source>The address of {provider} does not begin with http:// or https://: {text}.</source>
        <translation>L’adresse de {provider} ne commence pas par http:// ou https:// : {text}.</translation>
    </message>
    <message>
        <source>The address of {provider} holds a user name or a password.</source>
        <translation>L’adresse de {provider} contient un nom d’utilisateur ou un mot de passe.</translation>
    </message>
    <message>
        <source>The answer broke off before its end.</source>
        <translation>La réponse s’est interrompue avant sa fin.</translation>
    </message>
    <message>
        <source>The answer was cut at its greatest length.</source>
        <translation>La réponse a été coupée à sa longueur maximale.</translation>
    </message>
    <message>
        <source>The certificate file {path} cannot be used.</source>
        <translation>Le fichier de certificat {path} n’est pas utilisable.</translation>
    </message>
    <message>
        <source>The certificate or the encryption of {host} is not to be trusted.</source>
        <translation>Le certificat ou le chiffrement de {host} n’est pas digne de confiance.</translation>
    </message>
    <message>
        <source>The coach needs a model to answer.</source>
        <translation>Le coach a besoin d’un modèle pour répondre.</translation>
    </message>
    <message>
        <source>The connection to {host} was refused or broke.</source>
        <translation>La connexion à {host} a été refusée ou coupée.</translation>
    </message>
    <message>
        <source>The connection to {provider} was lost before it wrote anything.</source>
        <translation>La connexion à {provider} a été perdue avant qu’il n’écrive quoi que ce soit.</translation>
    </message>
    <message>
        <source>The connection was lost, or the server stopped without saying that it was done.</source>
        <translation>La connexion a été perdue, ou le serveur s’est arrêté sans dire qu’il avait fini.</translation>
    </message>
    <message>
        <source>The dictionary of this language ({language}) could not be used.</source>
        <translation>Le dictionnaire de cette langue ({language}) n’a pas pu être utilisé.</translation>
    </message>
    <message>
        <source>The disk or another program changed it.</source>
        <translation>Le disque ou un autre programme l’a modifié.</translation>
    </message>
    <message>
        <source>The document has no part to put these words into any more.</source>
        <translation>Le document n’a plus de partie où placer ces mots.</translation>
    </message>
    <message>
        <source>The document holds no text.</source>
        <translation>Le document ne contient pas de texte.</translation>
    </message>
    <message>
        <source>The file cannot be read as it is.</source>
        <translation>Le fichier ne peut pas être lu tel quel.</translation>
    </message>
    <message>
        <source>The file could not be read.</source>
        <translation>Le fichier n&apos;a pas pu être lu.</translation>
    </message>
    <message>
        <source>The file gives “{field}” twice in the same place, with different values.</source>
        <translation>Le fichier donne deux fois «&#xa0;{field}&#xa0;» au même endroit, avec des valeurs différentes.</translation>
    </message>
    <message>
        <source>The file is JSON, but no résumé.</source>
        <translation>Le fichier est du JSON, mais pas un CV.</translation>
    </message>
    <message>
        <source>The file is an old Word document, or protected by a password.</source>
        <translation>Le fichier est un ancien document Word, ou protégé par un mot de passe.</translation>
    </message>
    <message>
        <source>The file is damaged.</source>
        <translation>Le fichier est endommagé.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Le fichier est vide.</translation>
    </message>
    <message>
        <source>The file is no offer that can be read.</source>
        <translation>Le fichier n&apos;est pas une offre lisible.</translation>
    </message>
    <message>
        <source>The file is not JSON.</source>
        <translation>Le fichier n’est pas du JSON.</translation>
    </message>
    <message>
        <source>The file is not text.</source>
        <translation>Le fichier n’est pas du texte.</translation>
    </message>
    <message>
        <source>The file is packed, but neither a Word document nor a LinkedIn export.</source>
        <translation>Le fichier est une archive, mais ni un document Word ni un export LinkedIn.</translation>
    </message>
    <message>
        <source>The file is too large.</source>
        <translation>Le fichier est trop gros.</translation>
    </message>
    <message>
        <source>The file needs more room than there is left.</source>
        <translation>Le fichier demande plus de place qu’il n’en reste.</translation>
    </message>
    <message>
        <source>The file or its folder was moved, replaced or removed while JobMatch was open.</source>
        <translation>Le fichier ou son dossier a été déplacé, remplacé ou supprimé pendant que JobMatch était ouvert.</translation>
    </message>
    <message>
        <source>The file was left as it is. No good copy was found in {copies}: restore one from your own backup.</source>
        <translation>Le fichier a été laissé tel quel. Aucune bonne copie n’a été trouvée dans {copies}&#xa0;: restaurez-en une depuis votre propre sauvegarde.</translation>
    </message>
    <message>
        <source>The file was left as it is. To go back to {date}, move the damaged files away and put {copy} in their place.</source>
        <translation>Le fichier a été laissé tel quel. Pour revenir au {date}, écartez les fichiers endommagés et mettez {copy} à leur place.</translation>
    </message>
    <message>
        <source>The header {name} cannot be used.</source>
        <translation>L’en-tête {name} est inutilisable.</translation>
    </message>
    <message>
        <source>The header {name} is for keys, and headers are written to a file.</source>
        <translation>L’en-tête {name} est fait pour des clés, et les en-têtes sont écrits dans un fichier.</translation>
    </message>
    <message>
        <source>The header {name} is written by the program itself.</source>
        <translation>L’en-tête {name} est écrit par le programme lui-même.</translation>
    </message>
    <message>
        <source>The identity of {provider} at {address} could not be proved.</source>
        <translation>L’identité de {provider} à {address} n’a pas pu être prouvée.</translation>
    </message>
    <message>
        <source>The key for {provider} cannot be used: it holds spaces, line breaks or letters beyond ASCII.</source>
        <translation>La clé pour {provider} n’est pas utilisable&#xa0;: elle contient des espaces, des sauts de ligne ou des lettres hors de l’ASCII.</translation>
    </message>
    <message>
        <source>The key for {provider} is not sent to {host}.</source>
        <translation>La clé de {provider} n’est pas envoyée à {host}.</translation>
    </message>
    <message>
        <source>The keyring holds no key for {provider}.</source>
        <translation>Le trousseau ne contient aucune clé pour {provider}.</translation>
    </message>
    <message>
        <source>The machine may be asleep, out of memory, or the model too large for it.</source>
        <translation>La machine est peut-être en veille, à court de mémoire, ou le modèle trop grand pour elle.</translation>
    </message>
    <message>
        <source>The model declined to write this.</source>
        <translation>Le modèle a refusé d’écrire cela.</translation>
    </message>
    <message>
        <source>The model ended with an error.</source>
        <translation>Le modèle a terminé sur une erreur.</translation>
    </message>
    <message>
        <source>The model ended without writing anything.</source>
        <translation>Le modèle a terminé sans rien écrire.</translation>
    </message>
    <message>
        <source>The model stopped answering.</source>
        <translation>Le modèle a cessé de répondre.</translation>
    </message>
    <message>
        <source>The model wrote nothing here.</source>
        <translation>Le modèle n’a rien écrit ici.</translation>
    </message>
    <message>
        <source>The network, a firewall or a proxy is in between.</source>
        <translation>Le réseau, un pare-feu ou un mandataire s’interpose.</translation>
    </message>
    <message>
        <source>The offer is empty.</source>
        <translation>L’offre est vide.</translation>
    </message>
    <message>
        <source>The offer is too large.</source>
        <translation>L&apos;offre est trop longue.</translation>
    </message>
    <message>
        <source>The page could not be had.</source>
        <translation>La page n&apos;a pas pu être obtenue.</translation>
    </message>
    <message>
        <source>The page could not be reached.</source>
        <translation>La page est injoignable.</translation>
    </message>
    <message>
        <source>The page is not there.</source>
        <translation>La page n&apos;existe pas.</translation>
    </message>
    <message>
        <source>The page is too large.</source>
        <translation>La page est trop grosse.</translation>
    </message>
    <message>
        <source>The page leads elsewhere.</source>
        <translation>La page mène ailleurs.</translation>
    </message>
    <message>
        <source>The page opens only for people who are logged in.</source>
        <translation>La page ne s&apos;ouvre qu&apos;aux personnes connectées.</translation>
    </message>
    <message>
        <source>The page shows its text only by running scripts.</source>
        <translation>La page n&apos;affiche son texte qu&apos;en exécutant des scripts.</translation>
    </message>
    <message>
        <source>The photo cannot be used.</source>
        <translation>La photo ne peut pas être utilisée.</translation>
    </message>
    <message>
        <source>The profile has no such line.</source>
        <translation>Le profil n’a pas cette ligne.</translation>
    </message>
    <message>
        <source>The program brings English and French; others are taken from the system&apos;s Hunspell folders.</source>
        <translation>Le programme apporte l’anglais et le français ; les autres viennent des dossiers Hunspell du système.</translation>
    </message>
    <message>
        <source>The program is closing.</source>
        <translation>Le programme se ferme.</translation>
    </message>
    <message>
        <source>The prompt is too long for {model}.</source>
        <translation>La demande est trop longue pour {model}.</translation>
    </message>
    <message>
        <source>The proxy that this computer&apos;s environment names cannot be used.</source>
        <translation>Le proxy indiqué par l&apos;environnement de cet ordinateur est inutilisable.</translation>
    </message>
    <message>
        <source>The proxy {proxy} cannot be reached, and {provider} is asked through it.</source>
        <translation>Le proxy {proxy} est injoignable, et {provider} est interrogé à travers lui.</translation>
    </message>
    <message>
        <source>The proxy {proxy} does not connect to {provider} at {address}.</source>
        <translation>Le proxy {proxy} n’établit pas la liaison avec {provider} à l’adresse {address}.</translation>
    </message>
    <message>
        <source>The résumé has fields of the wrong type.</source>
        <translation>Le CV a des champs du mauvais type.</translation>
    </message>
    <message>
        <source>The server closed it or went down.</source>
        <translation>Le serveur l’a fermée ou s’est arrêté.</translation>
    </message>
    <message>
        <source>The server cut the prompt to its own context.</source>
        <translation>Le serveur a coupé la demande à la taille de son contexte.</translation>
    </message>
    <message>
        <source>The server may be too old for it, or the model is not made for it.</source>
        <translation>Le serveur est peut-être trop ancien, ou le modèle n’est pas fait pour cela.</translation>
    </message>
    <message>
        <source>The server reported a fault of its own.</source>
        <translation>Le serveur a signalé une défaillance de son côté.</translation>
    </message>
    <message>
        <source>The server, or a proxy before it, does not allow this request.</source>
        <translation>Le serveur, ou un mandataire devant lui, n’autorise pas cette demande.</translation>
    </message>
    <message>
        <source>The spelling cannot be checked.</source>
        <translation>L’orthographe ne peut pas être vérifiée.</translation>
    </message>
    <message>
        <source>The system says: {reason}.</source>
        <translation>Le système dit&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring could not do what was asked of it.</source>
        <translation>Le trousseau du système n’a pas pu faire ce qui lui était demandé.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring gave no answer within {seconds} s.</source>
        <translation>Le trousseau du système n’a pas répondu en {seconds} s.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring is locked.</source>
        <translation>Le trousseau du système est verrouillé.</translation>
    </message>
    <message>
        <source>The template “{template}” cannot be used.</source>
        <translation>La maquette «&#xa0;{template}&#xa0;» n’est pas utilisable.</translation>
    </message>
    <message>
        <source>The template “{template}” does not compile.</source>
        <translation>La maquette «&#xa0;{template}&#xa0;» ne compile pas.</translation>
    </message>
    <message>
        <source>The text was changed elsewhere since.</source>
        <translation>Le texte a été modifié ailleurs depuis.</translation>
    </message>
    <message>
        <source>The usual ones are used instead; the file is kept as {kept}.</source>
        <translation>Les réglages habituels les remplacent&#xa0;; le fichier est conservé sous le nom {kept}.</translation>
    </message>
    <message>
        <source>The window cannot be opened: there is no display.</source>
        <translation>La fenêtre ne peut pas s’ouvrir&#xa0;: il n’y a pas d’écran.</translation>
    </message>
    <message>
        <source>There is no dictionary for this language ({language}).</source>
        <translation>Il n’y a pas de dictionnaire pour cette langue ({language}).</translation>
    </message>
    <message>
        <source>There is no folder {folder}: it was moved or removed, or its drive is not connected.</source>
        <translation>Il n’y a pas de dossier {folder}&#xa0;: il a été déplacé ou supprimé, ou son disque n’est pas connecté.</translation>
    </message>
    <message>
        <source>There is no key for {provider}.</source>
        <translation>Il n’y a pas de clé pour {provider}.</translation>
    </message>
    <message>
        <source>There is no model named {model} to download.</source>
        <translation>Il n’y a pas de modèle nommé {model} à télécharger.</translation>
    </message>
    <message>
        <source>There is no offer {number}.</source>
        <translation>Il n&apos;y a pas d&apos;offre {number}.</translation>
    </message>
    <message>
        <source>There is no printer to print on.</source>
        <translation>Il n’y a pas d’imprimante.</translation>
    </message>
    <message>
        <source>There is no server called {host}, or there is no connection.</source>
        <translation>Il n’y a pas de serveur nommé {host}, ou pas de connexion.</translation>
    </message>
    <message>
        <source>There is not enough memory for {model}.</source>
        <translation>Il n’y a pas assez de mémoire pour {model}.</translation>
    </message>
    <message>
        <source>There is nothing to keep yet.</source>
        <translation>Il n’y a encore rien à garder.</translation>
    </message>
    <message>
        <source>These words cannot be rewritten together.</source>
        <translation>Ces mots ne peuvent pas être reformulés ensemble.</translation>
    </message>
    <message>
        <source>They are not words of one paragraph or of one list, or more than {most} characters.</source>
        <translation>Ce ne sont pas les mots d’un seul paragraphe ou d’une seule liste, ou ils dépassent {most} caractères.</translation>
    </message>
    <message>
        <source>This change cannot be undone any more.</source>
        <translation>Cette modification ne peut plus être annulée.</translation>
    </message>
    <message>
        <source>This computer has no keyring that is running.</source>
        <translation>Aucun trousseau ne fonctionne sur cet ordinateur.</translation>
    </message>
    <message>
        <source>This document is already being written.</source>
        <translation>Ce document est déjà en cours de rédaction.</translation>
    </message>
    <message>
        <source>This import was already decided.</source>
        <translation>Cet import est déjà décidé.</translation>
    </message>
    <message>
        <source>This is a fault of the program, not of your documents.</source>
        <translation>C’est un défaut du programme, pas de vos documents.</translation>
    </message>
    <message>
        <source>This is no address of a page.</source>
        <translation>Ce n&apos;est pas l&apos;adresse d&apos;une page.</translation>
    </message>
    <message>
        <source>This is no list of skills of ESCO.</source>
        <translation>Ce n’est pas une liste de compétences d’ESCO.</translation>
    </message>
    <message>
        <source>This job is not in your profile.</source>
        <translation>Ce poste n’est pas dans votre profil.</translation>
    </message>
    <message>
        <source>This version cannot write with {name}.</source>
        <translation>Cette version ne sait pas écrire avec {name}.</translation>
    </message>
    <message>
        <source>Top it up there, or choose another model.</source>
        <translation>Rechargez-le là-bas, ou choisissez un autre modèle.</translation>
    </message>
    <message>
        <source>Try again in a moment, or restart it.</source>
        <translation>Réessayez dans un moment, ou relancez-le.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Réessayez dans un moment.</translation>
    </message>
    <message>
        <source>Try again later, or paste the text of the offer.</source>
        <translation>Réessayez plus tard, ou collez le texte de l&apos;offre.</translation>
    </message>
    <message>
        <source>Type it when asked, or hand it to stdin.</source>
        <translation>Saisissez-la quand elle est demandée, ou passez-la par l’entrée standard.</translation>
    </message>
    <message>
        <source>Unlock it, then try again.</source>
        <translation>Déverrouillez-le, puis réessayez.</translation>
    </message>
    <message>
        <source>Unpack it and choose the CV in it.</source>
        <translation>Décompressez-la et choisissez le CV qu&apos;elle contient.</translation>
    </message>
    <message>
        <source>Update {provider}, or choose another model.</source>
        <translation>Mettez {provider} à jour, ou choisissez un autre modèle.</translation>
    </message>
    <message>
        <source>Use at least one part, or throw the import away.</source>
        <translation>Utilisez au moins une partie, ou jetez l’import.</translation>
    </message>
    <message>
        <source>Use https, or mark {host} as your own in the settings.</source>
        <translation>Utilisez https, ou marquez {host} comme votre machine dans les réglages.</translation>
    </message>
    <message>
        <source>Use one of these endings: {endings}.</source>
        <translation>Utilisez l’une de ces extensions&#xa0;: {endings}.</translation>
    </message>
    <message>
        <source>Use the server&apos;s own tools for that.</source>
        <translation>Utilisez pour cela les outils du serveur.</translation>
    </message>
    <message>
        <source>Wait for it to end, or start a new one.</source>
        <translation>Attendez sa fin, ou lancez-en une nouvelle.</translation>
    </message>
    <message>
        <source>Wait for it, or stop it.</source>
        <translation>Attendez-la, ou arrêtez-la.</translation>
    </message>
    <message>
        <source>What answers at {address} does not speak as {provider} does.</source>
        <translation>Ce qui répond à {address} ne parle pas comme {provider}.</translation>
    </message>
    <message>
        <source>What came is kept. Check the network and the space on the disk, then pull again: it goes on from there.</source>
        <translation>Ce qui est arrivé est conservé. Vérifiez le réseau et l’espace sur le disque, puis relancez le téléchargement&#xa0;: il reprend de là.</translation>
    </message>
    <message>
        <source>What came is kept. Continue, or choose another model.</source>
        <translation>Ce qui est arrivé est conservé. Continuez, ou choisissez un autre modèle.</translation>
    </message>
    <message>
        <source>What came is kept. Continue, or start over.</source>
        <translation>Ce qui est arrivé est conservé. Continuez, ou recommencez.</translation>
    </message>
    <message>
        <source>What came is kept. Continue, start over, or choose a smaller model.</source>
        <translation>Ce qui est arrivé est conservé. Continuez, recommencez, ou choisissez un modèle plus petit.</translation>
    </message>
    <message>
        <source>What came is kept. Start over, or choose a smaller model.</source>
        <translation>Ce qui est arrivé est conservé. Recommencez, ou choisissez un modèle plus petit.</translation>
    </message>
    <message>
        <source>What came is kept. Start over, or choose another model.</source>
        <translation>Ce qui est arrivé est conservé. Recommencez, ou choisissez un autre modèle.</translation>
    </message>
    <message>
        <source>What came is kept. Start over; if it happens again, please report it.</source>
        <translation>Ce qui est arrivé est conservé. Recommencez&#xa0;; si cela se reproduit, merci de le signaler.</translation>
    </message>
    <message>
        <source>What came is kept. Start over; if it happens again, restart {provider} or choose another model.</source>
        <translation>Ce qui est arrivé est conservé. Recommencez&#xa0;; si cela se reproduit, relancez {provider} ou choisissez un autre modèle.</translation>
    </message>
    <message>
        <source>What was saved before is as it was. Check the disk, then try again.</source>
        <translation>Ce qui était enregistré est intact. Vérifiez le disque, puis réessayez.</translation>
    </message>
    <message>
        <source>While it does, the system lets nobody write the file.</source>
        <translation>Tant qu’il est ouvert, le système ne laisse personne l’écrire.</translation>
    </message>
    <message>
        <source>With the answer it takes about {needed} tokens, {over} more than the {limit} that it can hold.</source>
        <translation>Avec la réponse, elle prend environ {needed} jetons, soit {over} de plus que les {limit} qu’il peut contenir.</translation>
    </message>
    <message>
        <source>Word takes no WebP pictures.</source>
        <translation>Word ne prend pas d’images WebP.</translation>
    </message>
    <message>
        <source>Write a number, or leave it empty for the usual one.</source>
        <translation>Écrivez un nombre, ou laissez vide pour la valeur habituelle.</translation>
    </message>
    <message>
        <source>Write it as host:port or http://host:port, an IPv6 address in brackets.</source>
        <translation>Écrivez-la sous la forme hôte:port ou http://hôte:port, une adresse IPv6 entre crochets.</translation>
    </message>
    <message>
        <source>Write it as http://host:port.</source>
        <translation>Écrivez-la sous la forme http://hôte:port.</translation>
    </message>
    <message>
        <source>Write it as in the address of the server, such as 192.168.1.20 or server.home.</source>
        <translation>Écrivez-le comme dans l’adresse du serveur, par exemple 192.168.1.20 ou serveur.maison.</translation>
    </message>
    <message>
        <source>Write it whole, such as http://127.0.0.1:1234/v1.</source>
        <translation>Écrivez-la en entier, par exemple http://127.0.0.1:1234/v1.</translation>
    </message>
    <message>
        <source>Write it without them, and give the key in its own place.</source>
        <translation>Écrivez-la sans eux, et donnez la clé à sa propre place.</translation>
    </message>
    <message>
        <source>Write it without them, or leave it empty and give it whole in the environment variable HTTPS_PROXY.</source>
        <translation>Écrivez-la sans eux, ou laissez-la vide et donnez-la en entier dans la variable d’environnement HTTPS_PROXY.</translation>
    </message>
    <message>
        <source>Write something first.</source>
        <translation>Écrivez d’abord quelque chose.</translation>
    </message>
    <message>
        <source>Your profile was changed elsewhere meanwhile.</source>
        <translation>Votre profil a été modifié ailleurs entre-temps.</translation>
    </message>
    <message>
        <source>`jobmatch-desktop pull NAME` downloads one.</source>
        <translation>`jobmatch-desktop pull NOM` en télécharge un.</translation>
    </message>
    <message>
        <source>`jobmatch-desktop pull {model}` downloads it; `jobmatch-desktop models` lists those that are there.</source>
        <translation>`jobmatch-desktop pull {model}` le télécharge&#xa0;; `jobmatch-desktop models` liste ceux qui sont là.</translation>
    </message>
    <message>
        <source>`jobmatch-desktop tasks` lists them.</source>
        <translation>`jobmatch-desktop tasks` les liste.</translation>
    </message>
    <message>
        <source>task not found: {id}.</source>
        <translation>tâche introuvable&#xa0;: {id}.</translation>
    </message>
    <message>
        <source>{fields}.</source>
        <translation>{fields}.</translation>
    </message>
    <message>
        <source>{host} answers {status}.</source>
        <translation>{host} répond {status}.</translation>
    </message>
    <message>
        <source>{host} answers {status}: the offer was taken down, or the link is not whole.</source>
        <translation>{host} répond {status} : l&apos;offre a été retirée, ou le lien est incomplet.</translation>
    </message>
    <message>
        <source>{host} does not answer as a server of pages does.</source>
        <translation>{host} ne répond pas comme un serveur de pages.</translation>
    </message>
    <message>
        <source>{host} had not sent it after {seconds} s.</source>
        <translation>{host} ne l&apos;avait pas envoyée après {seconds} s.</translation>
    </message>
    <message>
        <source>{host} leads to {target}, and so on, more than five times.</source>
        <translation>{host} renvoie à {target}, et ainsi de suite, plus de cinq fois.</translation>
    </message>
    <message>
        <source>{host} leads to {target}, which is no page.</source>
        <translation>{host} renvoie à {target}, qui n’est pas une page.</translation>
    </message>
    <message>
        <source>{host} leads to {target}, which is on this machine or in a private network.</source>
        <translation>{host} renvoie à {target}, qui est sur cet ordinateur ou dans un réseau privé.</translation>
    </message>
    <message>
        <source>{host} shows a form for logging in instead.</source>
        <translation>{host} montre à la place un formulaire de connexion.</translation>
    </message>
    <message>
        <source>{host} sends more than {megabytes} MB.</source>
        <translation>{host} envoie plus de {megabytes} Mo.</translation>
    </message>
    <message>
        <source>It stops at line {line} of {file}: {said}.</source>
        <translation>Elle s’arrête à la ligne {line} de {file}&#xa0;: {said}.</translation>
    </message>
    <message>
        <source>{model} cannot write.</source>
        <translation>{model} ne sait pas écrire.</translation>
    </message>
    <message>
        <source>{model} could not be downloaded.</source>
        <translation>{model} n’a pas pu être téléchargé.</translation>
    </message>
    <message>
        <source>{model} holds {limit} tokens at most, not {asked}.</source>
        <translation>{model} contient {limit} tokens au plus, pas {asked}.</translation>
    </message>
    <message>
        <source>{model} read only the end of what it was given ({read} tokens).</source>
        <translation>{model} n’a lu que la fin de ce qui lui était donné ({read} jetons).</translation>
    </message>
    <message>
        <source>{path} cannot be restored.</source>
        <translation>{path} ne peut pas être restauré.</translation>
    </message>
    <message>
        <source>{path} cannot be written.</source>
        <translation>{path} n’est pas accessible en écriture.</translation>
    </message>
    <message>
        <source>{path} could not be read or written.</source>
        <translation>{path} n’a pas pu être lu ou écrit.</translation>
    </message>
    <message>
        <source>{path} is damaged.</source>
        <translation>{path} est endommagé.</translation>
    </message>
    <message>
        <source>{path} is in use.</source>
        <translation>{path} est en cours d’utilisation.</translation>
    </message>
    <message>
        <source>{path} is no longer where it was.</source>
        <translation>{path} n’est plus à sa place.</translation>
    </message>
    <message>
        <source>{path} is not a JobMatch database.</source>
        <translation>{path} n’est pas une base de données JobMatch.</translation>
    </message>
    <message>
        <source>{path} was changed outside the program, or damaged.</source>
        <translation>{path} a été modifié hors du programme, ou endommagé.</translation>
    </message>
    <message>
        <source>{path} was not saved: the disk is full.</source>
        <translation>{path} n’a pas été enregistré&#xa0;: le disque est plein.</translation>
    </message>
    <message>
        <source>{path} was not written.</source>
        <translation>{path} n’a pas été écrit.</translation>
    </message>
    <message>
        <source>{path} was not written: a file of this name stands there already.</source>
        <translation>{path} n’a pas été écrit&#xa0;: un fichier de ce nom s’y trouve déjà.</translation>
    </message>
    <message>
        <source>{path} was not written: a folder has this name.</source>
        <translation>{path} n’a pas été écrit&#xa0;: un dossier porte ce nom.</translation>
    </message>
    <message>
        <source>{path} was not written: another program has it open.</source>
        <translation>{path} n’a pas été écrit&#xa0;: un autre programme l’a ouvert.</translation>
    </message>
    <message>
        <source>{path} was not written: the disk is full.</source>
        <translation>{path} n’a pas été écrit&#xa0;: le disque est plein.</translation>
    </message>
    <message>
        <source>{path} was not written: {folder} does not answer.</source>
        <translation>{path} n’a pas été écrit&#xa0;: {folder} ne répond pas.</translation>
    </message>
    <message>
        <source>{path} was written by a newer version of JobMatch.</source>
        <translation>{path} a été écrit par une version plus récente de JobMatch.</translation>
    </message>
    <message>
        <source>{path}: no known format.</source>
        <translation>{path}&#xa0;: format inconnu.</translation>
    </message>
    <message>
        <source>{printer} did not take the pages: {printed} of {pages} went to it.</source>
        <translation>{printer} n’a pas pris les pages&#xa0;: {printed} sur {pages} y sont allées.</translation>
    </message>
    <message>
        <source>{provider} answered that it is more than the model can hold.</source>
        <translation>{provider} a répondu que c’est plus que ce que le modèle peut contenir.</translation>
    </message>
    <message>
        <source>{provider} answered that the quota or the credit is used up.</source>
        <translation>{provider} a répondu que le quota ou le crédit est épuisé.</translation>
    </message>
    <message>
        <source>{provider} at {address} denied access.</source>
        <translation>{provider} à {address} a refusé l’accès.</translation>
    </message>
    <message>
        <source>{provider} at {address} does not list its models.</source>
        <translation>{provider}, à {address}, ne donne pas la liste de ses modèles.</translation>
    </message>
    <message>
        <source>{provider} at {address} gave no answer within {seconds} s.</source>
        <translation>{provider} à {address} n’a pas répondu en {seconds} s.</translation>
    </message>
    <message>
        <source>{provider} at {address} sends to another place: {target}.</source>
        <translation>{provider} à {address} renvoie ailleurs&#xa0;: {target}.</translation>
    </message>
    <message>
        <source>{provider} at {address} wants a key, or another key.</source>
        <translation>{provider} à {address} demande une clé, ou une autre clé.</translation>
    </message>
    <message>
        <source>{provider} broke off in the middle of the answer.</source>
        <translation>{provider} s’est interrompu au milieu de la réponse.</translation>
    </message>
    <message>
        <source>{provider} cannot be reached at {address}.</source>
        <translation>{provider} est injoignable à {address}.</translation>
    </message>
    <message>
        <source>{provider} could not load it with the context this prompt needs.</source>
        <translation>{provider} n’a pas pu le charger avec le contexte que cette demande exige.</translation>
    </message>
    <message>
        <source>{provider} did not accept the request for {model} (status {status}).</source>
        <translation>{provider} n’a pas accepté la demande pour {model} (code {status}).</translation>
    </message>
    <message>
        <source>{provider} does not answer at {address}.</source>
        <translation>{provider} ne répond pas à {address}.</translation>
    </message>
    <message>
        <source>{provider} does not download or remove models through this program.</source>
        <translation>{provider} ne télécharge ni ne supprime de modèles par ce programme.</translation>
    </message>
    <message>
        <source>{provider} failed while it worked on {model}.</source>
        <translation>{provider} a échoué en travaillant sur {model}.</translation>
    </message>
    <message>
        <source>{provider} has no model named {model}.</source>
        <translation>{provider} n’a pas de modèle nommé {model}.</translation>
    </message>
    <message>
        <source>{provider} has no model yet.</source>
        <translation>{provider} n’a pas encore de modèle.</translation>
    </message>
    <message>
        <source>{provider} is busy.</source>
        <translation>{provider} est occupé.</translation>
    </message>
    <message>
        <source>{provider} is not installed on this computer.</source>
        <translation>{provider} n’est pas installé sur cet ordinateur.</translation>
    </message>
    <message>
        <source>{provider} lost the connection to where models come from, or could not store it.</source>
        <translation>{provider} a perdu la connexion à la source des modèles, ou n’a pas pu le stocker.</translation>
    </message>
    <message>
        <source>{provider} offers no model that writes.</source>
        <translation>{provider} ne propose aucun modèle qui écrit.</translation>
    </message>
    <message>
        <source>{provider} stopped answering: nothing came for {seconds} s while {phase}.</source>
        <translation>{provider} a cessé de répondre&#xa0;: rien n’est venu pendant {seconds} s (phase&#xa0;: {phase}).</translation>
    </message>
    <message>
        <source>{provider} unloaded {model} before it wrote anything.</source>
        <translation>{provider} a déchargé {model} avant qu’il n’écrive quoi que ce soit.</translation>
    </message>
    <message>
        <source>{provider} was not found at {address}.</source>
        <translation>{provider} n’a pas été trouvé à {address}.</translation>
    </message>
    <message>
        <source>{provider} was started and does not answer at {address}.</source>
        <translation>{provider} a été démarré et ne répond pas à {address}.</translation>
    </message>
    <message>
        <source>{reason}.</source>
        <translation>{reason}.</translation>
    </message>
    <message>
        <source>{text} is no computer&apos;s name or address.</source>
        <translation>{text} n’est ni le nom ni l’adresse d’un ordinateur.</translation>
    </message>
    <message>
        <source>{thing} {id} was not found.</source>
        <translation>Introuvable&#xa0;: {thing} {id}.</translation>
    </message>
    <message>
        <source>{width} texts at a time cannot be.</source>
        <translation>{width} textes à la fois, c’est impossible.</translation>
    </message>
    <message>
        <source>“{name}” was not written: the folder takes no file of this name.</source>
        <translation>«&#xa0;{name}&#xa0;» n’a pas été écrit&#xa0;: le dossier n’accepte pas de fichier de ce nom.</translation>
    </message>
    <message>
        <source>“{part}” stands for nothing in a file&apos;s name.</source>
        <translation>« {part} » ne correspond à rien dans un nom de fichier.</translation>
    </message>
    <message>
        <source>“{path}” was moved or taken away.</source>
        <translation>« {path} » a été déplacé ou retiré.</translation>
    </message>
    <message>
        <source>“{said}” has a fact, but not together with the name beside it.</source>
        <translation>«&#xa0;{said}&#xa0;» a un fait, mais pas avec le nom à côté.</translation>
    </message>
    <message>
        <source>“{said}” has no fact.</source>
        <translation>«&#xa0;{said}&#xa0;»&#xa0;: aucun fait ne le dit.</translation>
    </message>
    <message>
        <source>“{said}” is in the offer, but in no fact of yours.</source>
        <translation>«&#xa0;{said}&#xa0;» est dans l’offre, mais dans aucun de vos faits.</translation>
    </message>
    <message>
        <source>“{said}” is the offer’s sentence.</source>
        <translation>«&#xa0;{said}&#xa0;» est une phrase de l’offre.</translation>
    </message>
    <message>
        <source>“{said}”: no fact says that it was all of it.</source>
        <translation>«&#xa0;{said}&#xa0;»&#xa0;: aucun fait ne dit que c’était le tout.</translation>
    </message>
    <message>
        <source>“{said}”: no fact says that you made this.</source>
        <translation>«&#xa0;{said}&#xa0;»&#xa0;: aucun fait ne dit que vous l’avez fait.</translation>
    </message>
    <message>
        <source>“{said}”: no fact says that your part was that large.</source>
        <translation>«&#xa0;{said}&#xa0;»&#xa0;: aucun fait ne vous donne un rôle aussi grand.</translation>
    </message>
    <message>
        <source>“{said}”: your facts do not give that level.</source>
        <translation>«&#xa0;{said}&#xa0;»&#xa0;: vos faits ne donnent pas ce niveau.</translation>
    </message>
    <message>
        <source>“{text}” is not a number.</source>
        <translation>« {text} » n’est pas un nombre.</translation>
    </message>
    <message>
        <source>“{word}” cannot be hidden: it is too short, too long, or more than one line.</source>
        <translation>« {word} » ne peut pas être masqué : trop court, trop long ou sur plusieurs lignes.</translation>
    </message>
</context>
<context>
    <name>UnsupportedDialog</name>
    <message>
        <source>1 claim in these documents has no fact</source>
        <translation>1 affirmation de ces documents n’a pas de fait</translation>
    </message>
    <message>
        <source>1 claim in this document has no fact</source>
        <translation>1 affirmation de ce document n’a pas de fait</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Export all the same</source>
        <translation>Exporter quand même</translation>
    </message>
    <message>
        <source>Go to the first</source>
        <translation>Aller à la première</translation>
    </message>
    <message>
        <source>Words without a fact</source>
        <translation>Mots sans fait</translation>
    </message>
    <message>
        <source>{number} claims in these documents have no fact</source>
        <translation>{number} affirmations de ces documents n’ont pas de fait</translation>
    </message>
    <message>
        <source>{number} claims in this document have no fact</source>
        <translation>{number} affirmations de ce document n’ont pas de fait</translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message>
        <source>Brought in</source>
        <translation>Importé</translation>
    </message>
    <message>
        <source>Brought in from {file}</source>
        <translation>Importé de {file}</translation>
    </message>
    <message>
        <source>Composed without a model</source>
        <translation>Composé sans modèle</translation>
    </message>
    <message>
        <source>Edited by you</source>
        <translation>Modifié par vous</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>Exporté</translation>
    </message>
    <message>
        <source>Exported as {file}</source>
        <translation>Exporté sous {file}</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>Rétabli</translation>
    </message>
    <message>
        <source>Template: {name}</source>
        <translation>Maquette&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Written by {model}</source>
        <translation>Rédigé par {model}</translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message>
        <source>A named version is kept for good.</source>
        <translation>Une version nommée est conservée pour toujours.</translation>
    </message>
    <message>
        <source>Choose a version first</source>
        <translation>Choisissez d’abord une version</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Comparer avec</translation>
    </message>
    <message>
        <source>Looking for versions</source>
        <translation>Recherche des versions</translation>
    </message>
    <message>
        <source>Name it</source>
        <translation>Nommer</translation>
    </message>
    <message>
        <source>Name this version</source>
        <translation>Nommer cette version</translation>
    </message>
    <message>
        <source>Nothing is kept yet. A version is kept with each generation and export.</source>
        <translation>Rien n’est encore conservé. Une version l’est à chaque génération et à chaque export.</translation>
    </message>
    <message>
        <source>Restore this version</source>
        <translation>Rétablir cette version</translation>
    </message>
    <message>
        <source>Struck out: only in this version. Underlined: only in the other.</source>
        <translation>Barré : seulement dans cette version. Souligné : seulement dans l’autre.</translation>
    </message>
    <message>
        <source>The text as it stands</source>
        <translation>Le texte actuel</translation>
    </message>
    <message>
        <source>There is no difference.</source>
        <translation>Il n’y a aucune différence.</translation>
    </message>
    <message>
        <source>Versions, the newest first</source>
        <translation>Versions, les plus récentes d’abord</translation>
    </message>
    <message>
        <source>What differs, by word</source>
        <translation>Ce qui diffère, mot à mot</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Applications</source>
        <translation>Candidatures</translation>
    </message>
    <message>
        <source>Coach</source>
        <translation>Coach</translation>
    </message>
    <message>
        <source>Go to {page}</source>
        <translation>Aller à {page}</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Show all commands and shortcuts</source>
        <translation>Afficher toutes les commandes et raccourcis</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tâches</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>1 page</source>
        <translation>1 page</translation>
    </message>
    <message>
        <source>1 word</source>
        <translation>1 mot</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Acceptée</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>Envoyée</translation>
    </message>
    <message>
        <source>CV</source>
        <translation>CV</translation>
    </message>
    <message>
        <source>Coach</source>
        <translation>Coach</translation>
    </message>
    <message>
        <source>Compatible server</source>
        <translation>Serveur compatible</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Experience</source>
        <translation>Expérience</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Interview</source>
        <translation>Entretien</translation>
    </message>
    <message>
        <source>Keep the draft</source>
        <translation>Garder l’ébauche</translation>
    </message>
    <message>
        <source>Keep the words</source>
        <translation>Garder les mots</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Lettre</translation>
    </message>
    <message>
        <source>Export this document</source>
        <translation>Exporter ce document</translation>
    </message>
    <message>
        <source>1 token/s</source>
        <translation>1 jeton/s</translation>
    </message>
    <message>
        <source>Choose template and look</source>
        <translation>Choisir la maquette et la présentation</translation>
    </message>
    <message>
        <source>Exported as {name}</source>
        <translation>Exporté sous le nom {name}</translation>
    </message>
    <message>
        <source>Generate this document</source>
        <translation>Générer ce document</translation>
    </message>
    <message>
        <source>Go back to the applications</source>
        <translation>Revenir aux candidatures</translation>
    </message>
    <message>
        <source>Offer &amp; match</source>
        <translation>Offre et score</translation>
    </message>
    <message>
        <source>Paragraph {number}</source>
        <translation>Paragraphe {number}</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Partie</translation>
    </message>
    <message>
        <source>Passage</source>
        <translation>Passage</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Refusée</translation>
    </message>
    <message>
        <source>Rewriting</source>
        <translation>Reformulation</translation>
    </message>
    <message>
        <source>Save now</source>
        <translation>Enregistrer maintenant</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Recommencer</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Arrêté.</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Résumé</translation>
    </message>
    <message>
        <source>The draft is as it was.</source>
        <translation>L’ébauche est intacte.</translation>
    </message>
    <message>
        <source>The model did not write anything usable.</source>
        <translation>Le modèle n’a rien écrit d’utilisable.</translation>
    </message>
    <message>
        <source>The model reached its limit.</source>
        <translation>Le modèle a atteint sa limite.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Without a model</source>
        <translation>Sans modèle</translation>
    </message>
    <message>
        <source>Write without a model</source>
        <translation>Rédiger sans modèle</translation>
    </message>
    <message>
        <source>Writing was interrupted.</source>
        <translation>La rédaction a été interrompue.</translation>
    </message>
    <message>
        <source>a few seconds left</source>
        <translation>encore quelques secondes</translation>
    </message>
    <message>
        <source>about {minutes} min left</source>
        <translation>encore environ {minutes} min</translation>
    </message>
    <message>
        <source>about {seconds} s left</source>
        <translation>encore environ {seconds} s</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>connexion</translation>
    </message>
    <message>
        <source>loading the model</source>
        <translation>chargement du modèle</translation>
    </message>
    <message>
        <source>no answer yet, asking again in {seconds} s</source>
        <translation>pas encore de réponse, nouvelle demande dans {seconds} s</translation>
    </message>
    <message>
        <source>paragraph {number}</source>
        <translation>paragraphe {number}</translation>
    </message>
    <message>
        <source>passage</source>
        <translation>passage</translation>
    </message>
    <message>
        <source>reading the offer and your profile</source>
        <translation>lecture de l’offre et de votre profil</translation>
    </message>
    <message>
        <source>summary</source>
        <translation>résumé</translation>
    </message>
    <message>
        <source>text for job {number}</source>
        <translation>texte du poste {number}</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>waiting, number {position} in line</source>
        <translation>en attente, numéro {position} dans la file</translation>
    </message>
    <message>
        <source>writing</source>
        <translation>rédaction</translation>
    </message>
    <message>
        <source>{number} more being written</source>
        <translation>{number} autres en cours de rédaction</translation>
    </message>
    <message>
        <source>{number} pages</source>
        <translation>{number} pages</translation>
    </message>
    <message>
        <source>{number} waiting: {first}</source>
        <translation>{number} en attente&#xa0;: {first}</translation>
    </message>
    <message>
        <source>{number} words</source>
        <translation>{number} mots</translation>
    </message>
    <message>
        <source>{part}, second attempt</source>
        <translation>{part}, second essai</translation>
    </message>
    <message>
        <source>{part}, {number} of {count}</source>
        <translation>{part}, {number} sur {count}</translation>
    </message>
    <message>
        <source>{phase}, {seconds} s</source>
        <translation>{phase}, {seconds} s</translation>
    </message>
    <message>
        <source>{speed} token/s</source>
        <translation>{speed} jeton/s</translation>
    </message>
    <message>
        <source>{speed} tokens/s</source>
        <translation>{speed} jetons/s</translation>
    </message>
    <message>
        <source>{words} are kept.</source>
        <translation>{words} conservés.</translation>
    </message>
</context>
<context>
    <name>WriterBar</name>
    <message>
        <source>Look again</source>
        <translation>Regarder à nouveau</translation>
    </message>
    <message>
        <source>Look again for models</source>
        <translation>Rechercher à nouveau des modèles</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>The same questions, as a form.</source>
        <translation>Les mêmes questions, en formulaire.</translation>
    </message>
    <message>
        <source>What will be sent</source>
        <translation>Ce qui sera envoyé</translation>
    </message>
    <message>
        <source>What you say goes to {address}. Placeholders stand for your name and contact details there.</source>
        <translation>Ce que vous dites va à {address}. Des substituts y tiennent la place de votre nom et de vos coordonnées.</translation>
    </message>
    <message>
        <source>Who answers</source>
        <translation>Qui répond</translation>
    </message>
</context>
<context>
    <name>WriterChoice</name>
    <message>
        <source>Look again</source>
        <translation>Chercher à nouveau</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Asking what it offers</source>
        <translation>On demande ce qu’il propose</translation>
    </message>
    <message>
        <source>It offers no model that writes.</source>
        <translation>Il ne propose aucun modèle qui écrive.</translation>
    </message>
    <message>
        <source>Looking for {writer}</source>
        <translation>Recherche de {writer}</translation>
    </message>
    <message>
        <source>More in Settings</source>
        <translation>Plus dans les Réglages</translation>
    </message>
    <message>
        <source>Ollama has no model that writes. Pull one, such as llama3.2:3b, then look again.</source>
        <translation>Ollama n’a pas de modèle qui écrit. Téléchargez-en un, par exemple llama3.2:3b, puis cherchez à nouveau.</translation>
    </message>
    <message>
        <source>Ollama is here too, with one model.</source>
        <translation>Ollama est là aussi, avec un modèle.</translation>
    </message>
    <message>
        <source>Ollama is here too, with {number} models.</source>
        <translation>Ollama est là aussi, avec {number} modèles.</translation>
    </message>
    <message>
        <source>Ollama is not installed. Install it, then look again.</source>
        <translation>Ollama n’est pas installé. Installez-le, puis cherchez à nouveau.</translation>
    </message>
    <message>
        <source>Ollama is not running. Start it, then look again.</source>
        <translation>Ollama n’est pas lancé. Lancez-le, puis cherchez à nouveau.</translation>
    </message>
    <message>
        <source>Ready. A model words the draft anew, part by part; nothing it makes up gets in by itself.</source>
        <translation>Prêt. Un modèle reformule l’ébauche, partie par partie&#xa0;; rien de ce qu’il inventerait n’y entre de lui-même.</translation>
    </message>
    <message>
        <source>Writer</source>
        <translation>Rédacteur</translation>
    </message>
    <message>
        <source>Written at once from your facts and the offer alone. Nothing leaves this computer.</source>
        <translation>Écrit aussitôt à partir de vos faits et de l’offre seuls. Rien ne quitte cet ordinateur.</translation>
    </message>
</context>
<context>
    <name>_Card</name>
    <message>
        <source>There are no words in it</source>
        <translation>Elle ne contient aucun mot</translation>
    </message>
</context>
<context>
    <name>_Lines</name>
    <message>
        <source> · not in the text</source>
        <translation> · pas dans le texte</translation>
    </message>
    <message>
        <source>The line</source>
        <translation>La ligne</translation>
    </message>
</context>
<context>
    <name>_Section</name>
    <message>
        <source>Must have: {met} of {count} met</source>
        <translation>Exigences : {met} sur {count} couvertes</translation>
    </message>
    <message>
        <source>Nice to have: {met} of {count} met</source>
        <translation>Atouts : {met} sur {count} couverts</translation>
    </message>
</context>
</TS>
