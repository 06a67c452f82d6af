/** Letters about the agreement of a placement and the life after it. They name the placement by its reference alone, and no school: mailboxes are read by more people than a placement is for. */
export type AgreementLetter =
  | { name: 'agreement to sign'; reference: string; version: number; link: string; signBy: string }
  | { name: 'agreement signed by all'; reference: string; version: number; link: string }
  | { name: 'review asked'; reference: string; link: string }
  | { name: 'evaluation asked'; reference: string; link: string };

/** The subject and paragraphs of such a letter. */
export function agreementLetter(template: AgreementLetter): { subject: string; paragraphs: string[] } {
  const { reference, link } = template;
  const signIn = `To read it and answer, sign in by this link:\n${link}`;
  switch (template.name) {
    case 'agreement to sign':
      return {
        subject: `The agreement of placement ${reference} is ready to sign`,
        paragraphs: [
          `Version ${template.version} of the agreement of placement ${reference} is ready. You are asked to sign it by ${template.signBy}, or to say what should change.`,
          signIn,
        ],
      };
    case 'agreement signed by all':
      return {
        subject: `The agreement of placement ${reference} is signed by all`,
        paragraphs: [
          `Everybody has signed version ${template.version} of the agreement of placement ${reference}. It holds from now on.`,
          `To read it, sign in by this link:\n${link}`,
        ],
      };
    case 'review asked':
      return {
        subject: `You are asked how placement ${reference} goes`,
        paragraphs: [
          `Placement ${reference} is being reviewed. You are asked whether it works, whether it is the right help, and what should change.`,
          signIn,
        ],
      };
    case 'evaluation asked':
      return {
        subject: `You are asked to look back on placement ${reference}`,
        paragraphs: [
          `The work of placement ${reference} has ended. You are asked what it came to, so that it can be signed off.`,
          signIn,
        ],
      };
  }
}
