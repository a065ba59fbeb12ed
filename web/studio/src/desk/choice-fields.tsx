/** A question with its answers: which one is right, others to add, change and take out. */
import { useRef } from 'react'
import type { Fields } from '../api/desk'
import { useTranslate } from '../i18n'
import { listOf, textOf } from './kinds'
import { Words } from './words'

type Props = { name: string; fields: Fields; onChange: (fields: Fields) => void }

export function ChoiceFields({ name, fields, onChange }: Props) {
  const t = useTranslate()
  const list = useRef<HTMLDivElement>(null)
  const { answers, set, makeRight, append, drop } = answersOf(fields, onChange)
  const add = () => {
    append()
    requestAnimationFrame(() => focusAnswer(list.current, answers.length))
  }
  const enter = (at: number) => () =>
    at < answers.length - 1 ? focusAnswer(list.current, at + 1) : answers[at] && add()
  return (
    <>
      <Words
        label={t('desk.field.question')}
        value={textOf(fields, 'question')}
        className="asks"
        onChange={(question) => onChange({ question })}
      />
      <div className="desk-answers" ref={list}>
        {answers.map((words, at) => (
          <Answer
            key={at}
            {...{ name, at, words }}
            onRight={() => makeRight(at)}
            onChange={(value) => set(at, value)}
            onEnter={enter(at)}
            onDrop={() => drop(at)}
          />
        ))}
      </div>
      <button type="button" className="desk-link" onClick={add}>
        + {t('desk.answer.add')}
      </button>
    </>
  )
}

/** The answers as one list, the right one first, and the changes to it. */
function answersOf(fields: Fields, onChange: Props['onChange']) {
  const wrong = listOf(fields, 'distractors')
  const answers = [textOf(fields, 'answer'), ...wrong]
  const set = (at: number, words: string) =>
    onChange(
      at === 0
        ? { answer: words }
        : { distractors: wrong.map((one, index) => (index === at - 1 ? words : one)) },
    )
  const makeRight = (at: number) =>
    onChange({
      answer: answers[at] ?? '',
      distractors: answers.toSpliced(at, 1, answers[0] ?? '').slice(1),
    })
  const append = () => onChange({ distractors: [...wrong, ''] })
  const drop = (at: number) => onChange({ distractors: wrong.toSpliced(at - 1, 1) })
  return { answers, set, makeRight, append, drop }
}

type AnswerProps = {
  name: string
  at: number
  words: string
  onRight: () => void
  onChange: (words: string) => void
  onEnter: () => void
  onDrop: () => void
}

/** One answer: its words, and whether it is the right one. */
function Answer({ name, at, words, onRight, onChange, onEnter, onDrop }: AnswerProps) {
  const t = useTranslate()
  return (
    <div className="desk-answer">
      <input
        type="radio"
        name={`right-${name}`}
        checked={at === 0}
        aria-label={t('desk.right.make', { number: at + 1 })}
        onChange={onRight}
      />
      <Words
        label={at === 0 ? t('desk.field.answer') : t('desk.field.wrong', { number: at })}
        value={words}
        onChange={onChange}
        onEnter={onEnter}
      />
      {at === 0 ? (
        <span className="small soft">{t('desk.right')}</span>
      ) : (
        <button
          type="button"
          className="desk-mini"
          aria-label={t('desk.answer.drop', { number: at + 1 })}
          onClick={onDrop}
        >
          ✕
        </button>
      )}
    </div>
  )
}

const focusAnswer = (list: HTMLElement | null, at: number): void =>
  list?.querySelectorAll('textarea')[at]?.focus()
