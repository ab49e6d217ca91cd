export { answerQuestion, hasAccountQuestion, isQuestionDue } from './question'
