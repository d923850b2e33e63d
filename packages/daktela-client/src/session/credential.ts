/** What a log-in gave; a server keeps it sealed instead of a password. */
export interface DaktelaSession {
  accessToken: string;
  refreshToken?: string;
  /** When the access token ends, as an instant in UTC. */
  expiresAt?: string;
}

/** The address of an instance, and who asks: by user and password, by a token made in Daktela's administration, or by a session. */
export type DaktelaCredential =
  | { url: string; username: string; password: string }
  | { url: string; accessToken: string }
  | { url: string; session: DaktelaSession };
