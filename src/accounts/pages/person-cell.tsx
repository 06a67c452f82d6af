/** A person in a table: their name and, under it, their email address. */
export function PersonCell({ name, email }: { name: string; email: string | null }) {
  return (
    <>
      <strong>{name}</strong>
      {email !== null && (
        <>
          <br />
          {email}
        </>
      )}
    </>
  );
}
