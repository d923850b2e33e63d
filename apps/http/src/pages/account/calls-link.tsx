interface CallsLinkProps {
  text: string;
  /** Whose calls, for those who do not see beside what it stands. */
  of: string;
  address: string;
}

/** Leads to the calls of one client or token. */
export function CallsLink({ text, of, address }: CallsLinkProps) {
  return (
    <p class="calls-link">
      <a href={address}>
        {text}
        <span class="visually-hidden"> : {of}</span>
      </a>
    </p>
  );
}
