import { oneLine, plain } from './mail-text.ts';

/** Letters from the request for a placement to the first contact. */
export type OfferLetter =
  | {
      /** To the service that is asked: it is party, so it reads which school. */
      name: 'placement requested';
      reference: string;
      school: string;
      focus: string;
      link: string;
    }
  | {
      /** To a leader: which school it is stands behind the link alone. */
      name: 'offer';
      leader: string;
      organisation: string;
      link: string;
      answerBy: string;
      why: 'new' | 'reminder' | 'changed';
    }
  | {
      name: 'release asked';
      organisation: string;
      leader: string;
      link: string;
      answerBy: string;
      why: 'new' | 'reminder' | 'changed';
    }
  | { name: 'offer answered'; reference: string; who: string; answer: string; link: string }
  | {
      name: 'offer replied';
      organisation: string;
      agreed: boolean;
      words: string | null;
      link: string;
      answerBy: string;
    }
  | { name: 'offer ended'; organisation: string }
  | { name: 'offer expired'; reference: string; link: string }
  | { name: 'leader found'; organisation: string; link: string; contactBy: string }
  | { name: 'request declined'; organisation: string; reference: string; words: string; link: string };

const OFFER_SUBJECT = { new: '', reminder: 'Reminder: ', changed: 'Changed: ' } as const;
const OFFER_BEGINS = {
  new: (organisation: string) =>
    `${organisation} would like you to work alongside the head of another school. Your own school is asked to release you at the same time.`,
  reminder: (organisation: string) =>
    `${organisation} asked you to work alongside the head of another school and waits for your answer.`,
  changed: (organisation: string) =>
    `The days or dates of what ${organisation} asked you have changed since you answered, so you are asked again.`,
} as const;
const RELEASE_BEGINS = {
  new: (organisation: string, leader: string) =>
    `${organisation} would like ${leader} to work alongside the head of another school.`,
  reminder: (organisation: string, leader: string) =>
    `${organisation} asked your school to release ${leader} and waits for your answer.`,
  changed: (organisation: string, leader: string) =>
    `The days or dates for which ${organisation} asked your school to release ${leader} have changed since you answered, so you are asked again.`,
} as const;

/** The letter of a template: its subject and paragraphs. */
export function offerLetter(template: OfferLetter): { subject: string; paragraphs: string[] } {
  switch (template.name) {
    case 'placement requested': {
      const [reference, school] = [template.reference, template.school].map(oneLine);
      return {
        subject: `${school} asks for help (${reference})`,
        paragraphs: [
          `Help is asked for, for ${school}: ${oneLine(template.focus)}.`,
          `To look at the request ${reference}, sign in by this link:\n${template.link}`,
        ],
      };
    }
    case 'offer': {
      const [organisation, leader] = [oneLine(template.organisation), oneLine(template.leader)];
      return {
        subject: `${OFFER_SUBJECT[template.why]}${organisation} asks you to work alongside a school`,
        paragraphs: [
          `Dear ${leader},`,
          OFFER_BEGINS[template.why](organisation),
          `To read for which school, what it needs, and how many days, and to answer, open this link:\n${template.link}`,
          `An answer is asked for by ${oneLine(template.answerBy)}. You can accept, accept with conditions, offer other days, ask for more time, or decline.`,
          'Do not pass the link on: whoever opens it can answer for you.',
        ],
      };
    }
    case 'release asked': {
      const [organisation, leader] = [oneLine(template.organisation), oneLine(template.leader)];
      return {
        subject: `${OFFER_SUBJECT[template.why]}${organisation} asks your school to release ${leader}`,
        paragraphs: [
          RELEASE_BEGINS[template.why](organisation, leader),
          `To read for how many days and when, and to answer for your school, open this link:\n${template.link}`,
          `An answer is asked for by ${oneLine(template.answerBy)}.`,
          'Do not pass the link on: whoever opens it can answer for your school.',
        ],
      };
    }
    case 'offer answered': {
      const [reference, who, answer] = [template.reference, template.who, template.answer].map(oneLine);
      return {
        subject: `Placement ${reference}: ${who} answered`,
        paragraphs: [`${who}: ${answer}.`, `To see it, sign in by this link:\n${template.link}`],
      };
    }
    case 'offer replied': {
      const organisation = oneLine(template.organisation);
      return {
        subject: `${organisation} replies to your answer`,
        paragraphs: [
          template.agreed
            ? `${organisation} agrees to what you asked for.`
            : `${organisation} does not agree to what you asked for. You can still accept what was offered, or decline.`,
          ...(template.words === null ? [] : [plain(template.words)]),
          `To see how it stands now, open this link:\n${template.link}`,
          ...(template.agreed ? [] : [`An answer is asked for by ${oneLine(template.answerBy)}.`]),
        ],
      };
    }
    case 'offer ended': {
      const organisation = oneLine(template.organisation);
      return {
        subject: `What ${organisation} asked you about is over`,
        paragraphs: [
          `${organisation} no longer needs an answer to what it asked you about working alongside a school. Thank you for considering it.`,
        ],
      };
    }
    case 'offer expired': {
      const reference = oneLine(template.reference);
      return {
        subject: `Placement ${reference}: the offer was not answered in time`,
        paragraphs: [
          `The offer for placement ${reference} was not answered by its last day and is over. A leader is looked for again.`,
          `To see the short list, sign in by this link:\n${template.link}`,
        ],
      };
    }
    case 'leader found': {
      const organisation = oneLine(template.organisation);
      return {
        subject: `${organisation} has found a leader for your school`,
        paragraphs: [
          `A leader has agreed to work alongside your school, and their school releases them. They should be in touch by ${oneLine(template.contactBy)}.`,
          `To see who it is, and to say so if something speaks against it, sign in by this link:\n${template.link}`,
        ],
      };
    }
    case 'request declined': {
      const [organisation, reference] = [template.organisation, template.reference].map(oneLine);
      return {
        subject: `${organisation} cannot give the help that was asked for (${reference})`,
        paragraphs: [
          `${organisation} looked at the request ${reference} for your school and declines it, for this reason:`,
          plain(template.words),
          `To see the request, sign in by this link:\n${template.link}`,
        ],
      };
    }
  }
}
