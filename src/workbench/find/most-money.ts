/** The most that a field for a budget takes, EUR a year: a hundred times what all initiatives of the mapped cities cost. */
export const mostMoney = 1e10;
