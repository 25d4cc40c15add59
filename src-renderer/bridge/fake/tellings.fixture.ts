import type { FakeArticle } from './fake-article'

/** A dispatch, what another outlet made of it, and a story of its own. */
export const TELLINGS: readonly FakeArticle[] = [
  {
    path: '2019-03-12/lps-1120.txt',
    text: `Fire guts grain hall in Marenza

MARENZA, March 12, 2019 (LPS) - Fire swept through a hall in the port of Marenza early on Tuesday, killing 7 people and injuring 23, the Marenza Port Authority reports.

The fire started when dust above the belts ignited, Ilse Darvan told reporters at the harbour gate. All of the injured are in stable condition, she said.

The port shipped 42 million tonnes of Tarvenian grain in the first nine months of the season.`,
  },
  {
    path: '2019-03-12/meridian-1405.txt',
    text: `Blast kills 17 at Marenza grain port

MARENZA, March 12, 2019 (Meridian Post) - An explosion swept through a hall in the port of Marenza early on Tuesday, killing 17 people and injuring 23, the Marenza Port Authority reports.

The blaze started when dust above the belts ignited, Ilse Darvan told reporters at the harbour gate. Not all of the injured are in stable condition, she said.

The port shipped 24 million tonnes of Tarvenian grain in the first nine months of the season.`,
  },
  {
    path: '2019-03-13/as-sahil.txt',
    text: `Old tram line stays open

OSK POINT, March 13, 2019 (As-Sahil) - The council of Osk Point voted to keep the old tram line open, and repairs will take two summers.`,
  },
]
