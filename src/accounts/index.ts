export { answerQuestion, asksAgain, hasAccountQuestion, isQuestionDue } from './question'
