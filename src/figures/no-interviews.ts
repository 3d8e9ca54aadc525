/** What is said of a city of which nobody recorded whom the mapping asked: not known is not "none". */
export const noInterviews = "no interviews recorded";
