/** Ways to compute a token in a terminal. Each asks for the keys, so that neither is left in the shell's history. */

export const NPX_TOKEN = 'npx @voxolib/token';

export const PYTHON_TOKEN = `import getpass, hashlib, hmac

pk = input("api_public_key: ")
secret = getpass.getpass("client_secret_key: ")
signature = hmac.new(secret.encode(), (pk + "cdr").encode(), hashlib.sha256).hexdigest()
print(pk + "." + signature)`;

export const OPENSSL_TOKEN = `printf 'api_public_key: '; read -r PK
printf 'client_secret_key: '; read -rs SECRET; echo
HMAC=$(printf '%s' "\${PK}cdr" | openssl dgst -sha256 -hmac "$SECRET" | sed 's/^.* //')
echo "\${PK}.\${HMAC}"`;
