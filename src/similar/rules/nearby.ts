/**
 * Among how many of the most similar schools of England those nearby are looked for. Of a random 60 schools, 45 had none
 * nearby and doing better among the 60 most similar, 26 among 300 and 17 among 1,000: likeness is spread over the country.
 */
export const NEARBY_AMONG = 600;
