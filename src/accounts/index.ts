export { answerQuestion, isQuestionDue } from './question'
