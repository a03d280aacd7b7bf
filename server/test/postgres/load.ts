import { setTimeout as sleep } from 'node:timers/promises';
import { until } from './programs.ts';

/** From memory, so that no outage of the database is one of it. */
export const FIGURES =
  '{ company(by: { slug: "alibaba" }) { latestQuarter { calendarQuarter capex { amount } revenue { amount } } } }';

/** Clients that ask again and again, by GET and by POST, until they are told to stop. */
export interface Load {
  /** How many requests there were. */
  readonly asked: number;
  /** Waits for so many more. */
  more(count: number): Promise<void>;
  /** Stops; every answer that was not right. */
  stop(): Promise<readonly string[]>;
}

export function load(url: string): Load {
  let isOver = false;
  let asked = 0;
  const failed: string[] = [];
  const client = async (number: number) => {
    while (!isOver) {
      // No two are alike, so that no cache answers.
      const answer = await ask(url, `${FIGURES} # ${number} ${asked++}`, number % 2 === 1);
      if (!answer.startsWith('200 {"data":{"company":{"latestQuarter":{')) failed.push(answer);
      await sleep(10);
    }
  };
  const clients = Array.from({ length: 4 }, (_, number) => client(number));
  return {
    get asked() {
      return asked;
    },
    more: (count) => {
      const enough = asked + count;
      return until(() => asked >= enough);
    },
    stop: async () => {
      isOver = true;
      await Promise.all(clients);
      return failed;
    },
  };
}

async function ask(url: string, query: string, isPosted: boolean): Promise<string> {
  const headers = { accept: 'application/json', 'content-type': 'application/json' };
  try {
    const response = isPosted
      ? await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) })
      : await fetch(`${url}/graphql?query=${encodeURIComponent(query)}`, {
          headers: { accept: headers.accept },
        });
    return `${response.status} ${await response.text()}`;
  } catch (error) {
    return String(error);
  }
}
