/** A story and a summary that shows what the checker says of right sentences and of wrong ones. */
export const example = {
  article: `Hadlow Bridge to close for eleven weeks

HADLOW, 3 March – Hadlow Bridge will close to traffic for eleven weeks from 4 May, the county said on Tuesday, after divers found cracks in two of its six piers.

Repairs could cost 3.4 million crowns, of which the state will pay a third. Buses will run along the north bank every 20 minutes, and cyclists may use the footbridge at Orme Lock.

“Nobody was in danger at any time,” said Ilse Varga, the county's chief engineer. The drivers' union denied that, and said that its members had reported noises in November.

The mayor of Hadlow, Tom Prewitt, said he would ask for the work to be done at night if the state agreed.`,
  summary: `Hadlow Bridge will close to traffic for eleven weeks from 4 May.
Repairs will cost 4.3 million crowns.
“Nobody was in danger at any time,” said Tom Prewitt.
Buses will run along the north bank every 20 minutes.
The mayor would ask for the work to be done at night.`,
}
