/** Percentages as the server rounds them (app/posts/presenters/polls.py). */

/** Each number as a percentage of `whole`; shares of one whole add up to 100, by largest remainders. */
export function percents(votes, whole) {
  if (whole <= 0) return votes.map(() => 0);
  const sum = votes.reduce((total, one) => total + one, 0);
  if (sum !== whole) return votes.map((one) => Math.floor((200 * one + whole) / (2 * whole)));
  const shares = votes.map((one) => Math.floor((100 * one) / whole));
  const left = 100 - shares.reduce((total, one) => total + one, 0);
  const byLoss = votes.map((_, place) => place).sort((a, b) => ((100 * votes[b]) % whole) - ((100 * votes[a]) % whole));
  for (const place of byLoss.slice(0, left)) shares[place] += 1;
  return shares;
}
