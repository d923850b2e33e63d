import { withFrenchSpacing } from '../../pages/french-spacing.ts';
import type { ObservationWords } from './words.ts';

export const words: ObservationWords = withFrenchSpacing({
  checks: {
    reach: 'Adresse publique',
    arrival: 'Mandataire',
    challenge: "Point d'accès",
    authorization: 'En-tête Authorization',
    metadata: "Métadonnées d'identification",
    clients: '{name}',
    origins: 'Origines',
    hosts: 'Hôtes',
    stream: 'Flux',
    redirects: 'Redirections',
    clock: 'Horloge',
  },
  found: {
    reached: { found: '{origin} répond, version {version}.' },
    'name-unknown': {
      found: "Le nom d'hôte de {origin} est inconnu ici ({reason}).",
      advice: 'Vérifiez PUBLIC_URL, et le DNS de ce nom.',
    },
    'nothing-listens': {
      found: "Rien n'écoute à {origin} ({reason}).",
      advice: "Démarrez le serveur et son mandataire, et vérifiez l'hôte et le port dans PUBLIC_URL.",
    },
    'certificate-refused': {
      found: "Le certificat de {origin} n'est pas accepté ({reason}).",
      advice: 'Donnez au mandataire un certificat de ce nom que les clients acceptent, avec toute sa chaîne.',
    },
    unreachable: {
      found: '{origin} ne répond pas ({reason}).',
      advice: "Vérifiez PUBLIC_URL, et qu'aucun pare-feu ne s'interpose.",
    },
    'proxy-finds-no-server': {
      found: 'Un mandataire répond à {origin}, avec le statut {status} : il ne trouve pas de serveur derrière lui.',
      advice: 'Démarrez le serveur, et dirigez le mandataire vers ses HOST et PORT.',
    },
    'another-server': {
      found: '{origin}/healthz ne vient pas de ce serveur (statut {status}).',
      advice: 'Vérifiez PUBLIC_URL, et où le mandataire envoie ce nom ; il doit transmettre tous les chemins.',
    },
    arrives: { found: 'Une requête arrive comme {scheme}://{host}, de {address}.' },
    'arrives-unseen': {
      found: '/connect/request ne répond pas (statut {status}) : on ne voit pas comment les requêtes arrivent.',
      advice: 'Laissez le mandataire transmettre tous les chemins, /connect aussi.',
    },
    'host-refused': {
      found: "Une requête arrive pour l'hôte {host}, que le serveur n'accepte pas.",
      advice:
        'Donnez PUBLIC_URL={origin} au serveur, et laissez le mandataire transmettre le nom (nginx : proxy_set_header Host $host), ou ajoutez le nom à ALLOWED_HOSTS.',
    },
    'proxy-not-trusted': {
      found: "Un mandataire à {address} dit pour qui il parle, et n'est pas cru : chaque appelant a son adresse.",
      advice:
        'Donnez TRUST_PROXY={address}, ou la plage de vos mandataires, pour que limites et réseaux comptent les appelants.',
    },
    'proxy-says-nothing': {
      found: "Un mandataire reçoit en https et ne dit pas pour qui il parle : chaque appelant a l'adresse {address}.",
      advice: 'Laissez-le envoyer X-Forwarded-For et X-Forwarded-Proto, et nommez-le dans TRUST_PROXY.',
    },
    'scheme-lost': {
      found: 'Une requête en https arrive en http : le mandataire ne transmet pas le protocole.',
      advice: 'Laissez-le envoyer X-Forwarded-Proto (nginx : proxy_set_header X-Forwarded-Proto $scheme).',
    },
    'asks-to-sign-in': { found: "Sans jeton, il dit où s'identifier." },
    'asks-for-a-token': { found: "Sans jeton, il en demande un. L'identification n'est pas proposée." },
    'sign-in-missing': {
      found: "L'identification est activée ici, et le serveur en marche ne la propose pas.",
      advice: 'Redémarrez le serveur avec ACCESS=true, ou vérifiez que PUBLIC_URL est ce déploiement.',
    },
    'endpoint-missing': {
      found: "/mcp n'est pas là (statut {status}).",
      advice: 'Laissez le mandataire transmettre /mcp, sans changer le chemin.',
    },
    'endpoint-moved': {
      found: '/mcp mène ailleurs (statut {status}, {location}) : les clients ne suivent pas avec leur jeton.',
      advice: 'Laissez le mandataire répondre à /mcp même, sans redirection.',
    },
    'endpoint-forbidden': {
      found: '/mcp refuse un client sans Origin (statut {status}).',
      advice:
        'Cherchez une règle du mandataire ou du pare-feu qui bloque les programmes ; les clients IA ne sont pas des navigateurs.',
    },
    'endpoint-limited': {
      found: "/mcp a été trop interrogé depuis cette adresse pour qu'on en voie davantage (statut {status}).",
      advice: 'Réessayez dans une minute, ou depuis une autre adresse.',
    },
    'endpoint-open': {
      found: '/mcp répond sans jeton (statut {status}).',
      advice: "Retirez le jeton qu'ajoute le mandataire, ou la page qu'il y sert.",
    },
    'endpoint-unexpected': {
      found: '/mcp répond avec le statut {status} au lieu de 401.',
      advice:
        "Envoyez un POST sans passer par le mandataire pour voir lequel répond ainsi ; 0 veut dire que rien n'est venu à temps.",
    },
    'challenge-stripped': {
      found: "Le refus de /mcp arrive sans WWW-Authenticate : les clients ne trouvent pas l'identification.",
      advice: 'Laissez le mandataire transmettre WWW-Authenticate dans les réponses.',
    },
    'address-differs': {
      found: "{where} nomme {found}, qui n'est pas de {expected}.",
      advice: 'Donnez PUBLIC_URL={expected} au serveur en marche, et redémarrez-le.',
    },
    'address-insecure': {
      found: '{where} nomme {found} : http, alors que les clients viennent en https.',
      advice:
        'Donnez PUBLIC_URL={expected} au serveur en marche, et redémarrez-le ; les clients refusent une telle identification.',
    },
    'authorization-arrives': { found: 'Il arrive.' },
    'authorization-stripped': {
      found: "Il n'arrive pas : un jeton reçoit la même réponse que son absence (statut {status}).",
      advice:
        'Laissez le mandataire transmettre Authorization (Apache : CGIPassAuth On ; nginx : pas de proxy_set_header Authorization ""), sans mot de passe à lui.',
    },
    'metadata-right': { found: "Toutes les adresses répondent, et s'accordent avec l'adresse publique." },
    'metadata-missing': {
      found: '{where} : absent (statut {status}).',
      advice:
        'Laissez le mandataire transmettre /.well-known/ au serveur ; seul acme-challenge peut rester au mandataire.',
    },
    'metadata-unreadable': {
      found: '{where} : pas de JSON.',
      advice: 'Laissez le mandataire transmettre /.well-known/ au serveur au lieu d’une page à lui.',
    },
    'client-fits': { found: "Il trouve l'identification et peut se faire connaître." },
    'client-lost': {
      found: "Il ne trouve pas l'identification.",
    },
    'client-unknown': {
      found: "Il trouve l'identification, mais aucun moyen de se faire connaître.",
      advice: 'Les métadonnées doivent nommer registration_endpoint et client_id_metadata_document_supported.',
    },
    'origins-right': { found: "Celles des clients connus entrent, une étrangère n'entre pas." },
    'origin-refused': {
      found: '{name} envoie {origin}, et est refusé (statut {status}).',
      advice: 'Ajoutez {origin} à ALLOWED_ORIGINS, ou retirez la règle du mandataire qui le refuse.',
    },
    'origin-open': {
      found: "La page d'un étranger parvient au point d'accès (statut {status} au lieu de 403).",
      advice: 'Laissez le mandataire transmettre Origin tel quel.',
    },
    'hosts-right': { found: "Une requête pour un autre hôte n'est pas servie comme pour celui-ci." },
    'host-open': {
      found: 'Une requête pour un autre hôte est servie comme pour celui-ci.',
      advice: "Laissez le mandataire transmettre Host tel quel, et ne servir que les noms qu'il a.",
    },
    'stream-flows': { found: 'Ils arrivent morceau par morceau.' },
    'stream-held': {
      found: "Ils n'arrivent qu'à leur fin : quelque chose les retient.",
      advice: 'Coupez la mise en tampon pour /mcp (nginx : proxy_buffering off ; Caddy : flush_interval -1).',
    },
    'stream-missing': {
      found: '/connect/stream ne répond pas comme il faut (statut {status}) : on ne peut juger des flux.',
      advice: 'Laissez le mandataire transmettre tous les chemins, /connect aussi.',
    },
    'redirects-right': { found: 'Chaque client connu peut être renvoyé là où il le veut.' },
    'redirect-refused': {
      found: '{name} ne pourrait pas être renvoyé là où il le veut.',
      advice: "Faites tourner partout la même version du serveur : celle-ci l'accepte.",
    },
    'registration-limited': {
      found: "L'enregistrement a été interrogé trop souvent depuis cette adresse pour être examiné.",
      advice: 'Réessayez dans une heure.',
    },
    'registration-missing': {
      found: "L'enregistrement ne répond pas comme il faut (statut {status}).",
      advice: 'Laissez le mandataire transmettre POST /oauth/register au serveur.',
    },
    'clock-right': { found: 'Celle du serveur et celle-ci concordent à {seconds} s près.' },
    'clock-unknown': { found: "Le serveur ne dit pas l'heure qu'il est là-bas." },
    'clock-off': {
      found: 'Celle du serveur et celle-ci diffèrent de {seconds} s.',
      advice: "Réglez les deux par NTP : les jetons expirent selon l'horloge.",
    },
  },
});
