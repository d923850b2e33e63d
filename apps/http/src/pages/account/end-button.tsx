interface EndButtonProps {
  /** What opens the question. */
  open: string;
  /** What it means. */
  confirm: string;
  /** What does it. Names the thing, for those who do not see beside what it stands. */
  button: string;
  action: string;
  csrf: string;
}

/** Ends something in two steps, without a script. */
export function EndButton({ open, confirm, button, action, csrf }: EndButtonProps) {
  return (
    <details class="end">
      <summary>{open}</summary>
      <form method="post" action={action}>
        <input type="hidden" name="csrf" value={csrf} />
        <p>{confirm}</p>
        <button type="submit" class="danger">
          {button}
        </button>
      </form>
    </details>
  );
}
