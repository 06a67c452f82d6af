import { oneLine, plain } from './mail-text.ts';
import { type OfferLetter, offerLetter } from './templates-offer.ts';
import { type AgreementLetter, agreementLetter } from './templates-agreement.ts';

/** What the site writes to people. Links are given whole by the caller, who knows the site's address from its settings. */
export type MailTemplate =
  | AgreementLetter
  | OfferLetter
  | {
      name: 'invitation';
      link: string;
      organisation: string;
      role: string;
      invitedBy: string;
      /** The last moment of the link, in words. */
      expires: string;
    }
  | { name: 'password reset'; link: string; minutes: number }
  | { name: 'password changed' }
  | { name: 'second factor changed'; what: string }
  | { name: 'complaint received'; reference: string; acknowledgeBy: string }
  | { name: 'complaint answered'; reference: string; answer: string }
  | { name: 'data request answered'; kind: string; answer: string }
  | { name: 'role ended'; organisation: string; role: string }
  | {
      /** Leads to a letter that only its reader may open: it says neither which school nor which category. */
      name: 'need letter';
      organisation: string;
      link: string;
      /** The day by which an answer is asked for, in words. */
      answerBy: string;
    }
  | {
      /** Leads to questions that only the head may open: it names neither school. */
      name: 'interests asked';
      organisation: string;
      link: string;
      answerBy: string;
    }
  /** About placements: they lead to a page, name no school and hold no word of a note or a concern. */
  | { name: 'note to confirm'; link: string }
  | { name: 'note of visit'; link: string }
  | { name: 'concern escalated'; link: string }
  | {
      /** Leads to what is asked of a referee, who needs no account. Another letter with `reminder` comes before the end. */
      name: 'reference asked';
      organisation: string;
      applicant: string;
      role: string;
      link: string;
      answerBy: string;
      reminder: boolean;
    }
  | {
      /** How an application for designation was decided. */
      name: 'designation decided';
      organisation: string;
      role: string;
      outcome: string;
      reason: string;
      /** How to appeal, in a sentence; null where there is nothing to appeal. */
      appeal: string | null;
      link: string;
    }
  | { name: 'designation review'; organisation: string; about: string; words: string; link: string }
  | { name: 'plan shared'; organisation: string; sharedBy: string; link: string }
  | { name: 'invited to a round'; organisation: string; link: string }
  | {
      /** A visit or a meeting, with its invitation as iCalendar. */
      name: 'meeting';
      /** "A visit", "The contracting meeting": it names neither a school's category nor what is talked about. */
      title: string;
      /** Day and times in words. */
      when: string;
      place: string | null;
      change: 'new' | 'moved' | 'cancelled';
      link: string;
    }
  | {
      /** What waits for a person, once a week, or what is due or late. Titles name nothing confidential: no school stands in these letters. */
      name: 'work of the week' | 'work reminders';
      parts: readonly { heading: string; lines: readonly string[] }[];
      /** Lines that did not fit. */
      more: number;
      /** The page with all of it. */
      link: string;
      unsubscribe: string;
    }
  | {
      name: 'news digest';
      /** Whose news: "Luton". */
      about: string;
      parts: readonly { heading: string; lines: readonly string[] }[];
      /** Pieces of news that did not fit. */
      more: number;
      /** The page with all of it. */
      link: string;
      /** The page that ends these letters. */
      unsubscribe: string;
    };

export interface Letter {
  /** One line. */
  subject: string;
  /** Plain text, lines ended by "\n". */
  text: string;
  /** Where whoever wants no more such letters is led by their mail program; null for letters that answer something. */
  unsubscribeUrl: string | null;
}

/**
 * The letter of a template: plain text, no HTML. What people wrote goes in as words only: in a subject and in a sentence it
 * stays on one line, so that a name can add neither a header nor a paragraph of its own.
 */
export function render(template: MailTemplate): Letter {
  const { subject, paragraphs } = letterOf(template);
  return {
    subject: oneLine(subject),
    text: `${[...paragraphs, 'Alongside\nThis is an automatic message: nobody reads replies to it.'].join('\n\n')}\n`,
    unsubscribeUrl: 'unsubscribe' in template ? template.unsubscribe : null,
  };
}

const NOT_YOU = 'If this was not you, tell the administrator of your organisation at once.';

function letterOf(template: MailTemplate): { subject: string; paragraphs: string[] } {
  switch (template.name) {
    case 'invitation': {
      const [organisation, role, by] = [template.organisation, template.role, template.invitedBy].map(oneLine);
      return {
        subject: `You are invited to act for ${organisation}`,
        paragraphs: [
          `${by} invites you to Alongside, to act as ${role} for ${organisation}.`,
          `To accept, open this link:\n${template.link}`,
          `The link works once, until ${oneLine(template.expires)}. Do not pass it on: whoever opens it can take up the role.`,
          'If you did not expect this, you can ignore it.',
        ],
      };
    }
    case 'password reset':
      return {
        subject: 'Choose a new password',
        paragraphs: [
          'Somebody asked for a new password for your account on Alongside.',
          `To choose one, open this link:\n${template.link}`,
          `The link works once, for ${template.minutes} minutes.`,
          'If you did not ask for this, you can ignore it: your password stays as it is.',
        ],
      };
    case 'password changed':
      return {
        subject: 'Your password was changed',
        paragraphs: ['The password of your account on Alongside was changed, and other sessions were ended.', NOT_YOU],
      };
    case 'second factor changed':
      return {
        subject: 'How you sign in was changed',
        paragraphs: [`On your account on Alongside: ${oneLine(template.what)}.`, NOT_YOU],
      };
    case 'complaint received':
      return {
        subject: `We have your complaint ${oneLine(template.reference)}`,
        paragraphs: [
          `Your complaint was received. Its reference is ${oneLine(template.reference)}.`,
          `You will hear from us by ${oneLine(template.acknowledgeBy)}.`,
        ],
      };
    case 'complaint answered':
      return {
        subject: `Answer to your complaint ${oneLine(template.reference)}`,
        paragraphs: [`This is the answer to your complaint ${oneLine(template.reference)}:`, plain(template.answer)],
      };
    case 'data request answered':
      return {
        subject: 'Answer to what you asked about your data',
        paragraphs: [
          `This is the answer to what you asked about your data on Alongside (${oneLine(template.kind)}):`,
          plain(template.answer),
        ],
      };
    case 'news digest': {
      const about = oneLine(template.about);
      const parts = listed(template.parts);
      const rest = template.more === 0 ? 'With the source of each' : `${template.more} more, with the source of each`;
      return {
        subject: `News of schools in ${about}`,
        paragraphs: [
          `What newly published data says of schools in ${about}:`,
          ...parts,
          `${rest}:\n${template.link}`,
          `To get no more news by mail, open this link:\n${template.unsubscribe}`,
        ],
      };
    }
    case 'meeting': {
      const [title, when] = [oneLine(template.title), oneLine(template.when)];
      const place = template.place === null ? '' : `, at ${oneLine(template.place)}`;
      return {
        subject: `${MEETING_WORDS[template.change]}${title}, ${when}`,
        paragraphs: [
          `${MEETING_WORDS[template.change]}${title}: ${when}${place}.`,
          `To see more, sign in by this link:\n${template.link}`,
        ],
      };
    }
    case 'work of the week':
    case 'work reminders': {
      const weekly = template.name === 'work of the week';
      const rest = template.more === 0 ? 'With what each is about' : `${template.more} more, with what each is about`;
      return {
        subject: weekly ? 'Your work this week' : 'Reminder: something of yours is due',
        paragraphs: [
          weekly ? 'This waits for you on Alongside:' : 'On Alongside this is asked of you by a day:',
          ...listed(template.parts),
          `${rest}, when you have signed in:\n${template.link}`,
          `To get no more ${weekly ? 'weekly letters' : 'reminders'}, open this link:\n${template.unsubscribe}`,
        ],
      };
    }
    case 'need letter': {
      const organisation = oneLine(template.organisation);
      return {
        subject: `A letter from ${organisation} about support for your school`,
        paragraphs: [
          `${organisation} has written to your school about the support that is planned for it, what that stands on and how to answer.`,
          `To read the letter, sign in by this link:\n${template.link}`,
          `An answer is asked for by ${oneLine(template.answerBy)}.`,
        ],
      };
    }
    case 'interests asked': {
      const organisation = oneLine(template.organisation);
      return {
        subject: `${organisation} asks you to declare interests`,
        paragraphs: [
          `${organisation} plans which heads work alongside which schools. Before a pair is approved, both heads are asked whether they have an interest in the other school.`,
          `To see what is proposed for your school and answer, sign in by this link:\n${template.link}`,
          `An answer is asked for by ${oneLine(template.answerBy)}. It is read by you and by ${organisation}, and not by the other school.`,
        ],
      };
    }
    case 'note to confirm':
      return {
        subject: 'A note of visit waits for you to confirm its facts',
        paragraphs: [
          'The leader who works with your school has sent the note of a visit.',
          `To read it and confirm its facts, or say what is wrong with them, sign in and open this page:\n${template.link}`,
        ],
      };
    case 'note of visit':
      return {
        subject: 'Your copy of a note of visit',
        paragraphs: [
          'A note of a visit to your school was sent to its head. The board gets a copy.',
          `To read it, sign in and open this page:\n${template.link}`,
        ],
      };
    case 'concern escalated':
      return {
        subject: 'A concern in a placement is brought before you',
        paragraphs: [
          'Somebody who takes part in a placement brings a concern before your service.',
          `To read it, sign in and open this page:\n${template.link}`,
        ],
      };
    case 'reference asked': {
      const [organisation, applicant, role] = [template.organisation, template.applicant, template.role].map(oneLine);
      return {
        subject: `${template.reminder ? 'Reminder: a' : 'A'} reference for ${applicant}`,
        paragraphs: [
          `${applicant} applies to ${organisation} to be designated as ${role} and names you as a referee.`,
          `To read what is asked and answer, open this link. You need no account:\n${template.link}`,
          `Please answer by ${oneLine(template.answerBy)}; the link ends then. Do not pass it on: whoever opens it can answer in your name.`,
        ],
      };
    }
    case 'designation decided': {
      const [organisation, role] = [template.organisation, template.role].map(oneLine);
      return {
        subject: `Your application to be ${role}`,
        paragraphs: [
          `${organisation} has decided on your application to be designated as ${role}: ${oneLine(template.outcome)}.`,
          plain(template.reason),
          ...(template.appeal === null ? [] : [oneLine(template.appeal)]),
          `To see your application, sign in by this link:\n${template.link}`,
        ],
      };
    }
    case 'designation review':
      return {
        subject: `${oneLine(template.organisation)}: review of your designation`,
        paragraphs: [
          `${oneLine(template.organisation)} writes about your designation: ${oneLine(template.about)}.`,
          plain(template.words),
          `To read more and to answer, sign in by this link:\n${template.link}`,
        ],
      };
    case 'plan shared': {
      const [organisation, by] = [template.organisation, template.sharedBy].map(oneLine);
      return {
        subject: `${organisation} shares a plan with you`,
        paragraphs: [
          `${by} of ${organisation} shares a proposal of a planning round with you, to read and comment on.`,
          `To read it, sign in by this link:\n${template.link}`,
          'It is confidential: please do not pass it on.',
        ],
      };
    }
    case 'invited to a round': {
      const organisation = oneLine(template.organisation);
      return {
        subject: `${organisation} invites you to pool leaders`,
        paragraphs: [
          `${organisation} invites your organisation to a planning round, so that leaders of both can help schools of both.`,
          `To see what is proposed and accept or decline, sign in as service lead by this link:\n${template.link}`,
        ],
      };
    }
    case 'role ended': {
      const [organisation, role] = [template.organisation, template.role].map(oneLine);
      return {
        subject: `Your role for ${organisation} has ended`,
        paragraphs: [
          `You no longer act as ${role} for ${organisation} on Alongside.`,
          'If you think that this is wrong, ask the administrator of that organisation.',
        ],
      };
    }
    case 'placement requested':
    case 'offer':
    case 'release asked':
    case 'offer answered':
    case 'offer replied':
    case 'offer ended':
    case 'offer expired':
    case 'leader found':
    case 'request declined':
      return offerLetter(template);
    case 'agreement to sign':
    case 'agreement signed by all':
    case 'review asked':
    case 'evaluation asked':
      return agreementLetter(template);
  }
}

const MEETING_WORDS = { new: '', moved: 'Moved: ', cancelled: 'Cancelled: ' } as const;

/** Each part as its heading with a list. */
function listed(parts: readonly { heading: string; lines: readonly string[] }[]): string[] {
  return parts.map(({ heading, lines }) => [oneLine(heading), ...lines.map((line) => `- ${oneLine(line)}`)].join('\n'));
}
